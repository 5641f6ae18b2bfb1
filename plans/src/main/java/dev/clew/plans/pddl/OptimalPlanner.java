package dev.clew.plans.pddl;

import dev.clew.goals.Directions;
import dev.clew.goals.Event;
import dev.clew.goals.Search;
import dev.clew.plans.pddl.backward.BothEnds;
import dev.clew.plans.pddl.budget.Stopped;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.grounding.Grounder;
import dev.clew.plans.pddl.heuristics.BlindHeuristic;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.heuristics.LandmarkCut;
import dev.clew.plans.pddl.heuristics.MaxHeuristic;
import dev.clew.plans.pddl.heuristics.Relaxation;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.search.AStar;
import dev.clew.plans.pddl.search.Counts;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds plans than which none is cheaper, from the initial state, from the goal, or from both.
 *
 * <pre>{@code
 * Outcome outcome = new OptimalPlanner(task).by(Estimate.LANDMARK_CUT).plan(budget);
 * }</pre>
 */
public final class OptimalPlanner {
    /** How many expansions from each end choose the direction. */
    private static final long TRIAL = 1_000;

    /** What a search from the initial state goes by; none of them says more than the true cost. */
    public enum Estimate {
        /** Nothing but whether the goal holds. */
        BLIND("no estimate"),
        /** hmax: the dearest part of the goal. */
        MAX("hmax"),
        /** LM-cut: landmarks of the task without deletions. */
        LANDMARK_CUT("LM-cut");

        private final String words;

        Estimate(String words) {
            this.words = words;
        }
    }

    /** Where a search starts. */
    public enum Direction {
        /** At the initial state: A*. */
        FORWARD,
        /** At the goal: best-first search of the goal graph over sets of facts. */
        BACKWARD,
        /** At both: the ends meet. */
        BOTH
    }

    private final PlanningTask task;
    private Estimate estimate = Estimate.LANDMARK_CUT;
    private @Nullable Direction direction;
    private BooleanSupplier isCancelled = () -> false;

    /** A planner for a task. */
    public OptimalPlanner(PlanningTask task) {
        this.task = task;
    }

    /** Goes by this estimate on the way forward; LM-cut unless it is told otherwise. */
    public OptimalPlanner by(Estimate estimate) {
        this.estimate = estimate;
        return this;
    }

    /**
     * Starts there. Otherwise it goes forward; without an estimate it tries both directions first
     * and takes the one that has fewer goals open after so many expansions.
     */
    public OptimalPlanner from(Direction direction) {
        this.direction = direction;
        return this;
    }

    /** Asks this now and then, from the thread that searches, whether to stop. */
    public OptimalPlanner cancelledBy(BooleanSupplier isCancelled) {
        this.isCancelled = isCancelled;
        return this;
    }

    /**
     * Looks for a cheapest plan.
     *
     * @throws Unsupported if it is to start at the goal, or at both ends, and the task cannot be
     *     turned round because it asks for a derived fact not to hold; if costs are beyond
     *     reckoning
     */
    public Outcome plan(Budget budget) {
        return new Run(budget).run();
    }

    /** One search with what it uses. */
    private final class Run {
        private final long start = System.nanoTime();
        private final Budget budget;
        private final Watch watch;
        private final Counts counts = new Counts();
        private @Nullable Task ground;
        private long searching;
        private String by = "grounding";
        private @Nullable AStar star;
        private @Nullable BothEnds ends;

        Run(Budget budget) {
            this.budget = budget;
            long nanos = Math.min(budget.time().toSeconds(), 1L << 32) * 1_000_000_000L;
            nanos += budget.time().toNanosPart();
            watch = new Watch(start + nanos, budget.expansions(), isCancelled);
        }

        Outcome run() {
            try {
                return search();
            } catch (Stopped e) {
                return stopped(Outcome.Reason.valueOf(e.reason().name()), bound());
            } catch (OutOfMemoryError e) {
                return stopped(Outcome.Reason.MEMORY, bound());
            }
        }

        private Outcome search() {
            Task found = Grounder.ground(task, watch);
            searching = System.nanoTime();
            if (found == null) {
                return new Outcome.Impossible(
                        "The goal is out of reach even if nothing is ever deleted.", used());
            }
            ground = found;
            Direction from = direction;
            if (from == null && estimate == Estimate.BLIND) {
                from = chosen(found);
            }
            return switch (from == null ? Direction.FORWARD : from) {
                case FORWARD -> forward(found);
                case BACKWARD -> backward(found);
                case BOTH -> both(found);
            };
        }

        private Direction chosen(Task found) {
            by = "choice of a direction";
            GoalProblems problems;
            try {
                problems = new GoalProblems(found, watch);
            } catch (Unsupported e) {
                return Direction.FORWARD;
            }
            long trial = Math.min(TRIAL, watch.left() / 1_000_000);
            Directions.Choice choice =
                    Directions.choose(problems.backward(), problems.forward(), Math.max(1, trial));
            watch.checkNow();
            return choice.direction() == Directions.Direction.BACKWARD
                    ? Direction.BACKWARD
                    : Direction.FORWARD;
        }

        private Outcome forward(Task found) {
            by = "A*, " + estimate.words;
            Heuristic heuristic =
                    switch (estimate) {
                        case BLIND -> new BlindHeuristic(found);
                        case MAX -> new MaxHeuristic(new Relaxation(found));
                        case LANDMARK_CUT -> new LandmarkCut(new Relaxation(found));
                    };
            AStar search = new AStar(found, new Successors(found), heuristic, watch, counts);
            star = search;
            return answer(found, search.run(), "All states that can be reached were seen.");
        }

        private Outcome both(Task found) {
            by = "uniform-cost search from both ends";
            GoalProblems problems = new GoalProblems(found, watch);
            BothEnds search = new BothEnds(found, problems.regression(), watch, counts);
            ends = search;
            return answer(
                    found, search.run(), "All that can be reached from one of the ends was seen.");
        }

        private Outcome answer(Task found, int @Nullable [] actions, String why) {
            return actions == null
                    ? new Outcome.Impossible(why, used())
                    : new Outcome.Solved(plan(found, actions), true, used());
        }

        private Outcome backward(Task found) {
            by = "goal graph from the goal, best first, hmax";
            GoalProblems problems = new GoalProblems(found, watch);
            Search<GoalSet> search =
                    Search.of(problems.backward())
                            .within(
                                    dev.clew.goals.Budget.unlimited()
                                            .withExpansions(budget.expansions())
                                            .withTime(Duration.ofNanos(Math.max(0, watch.left()))));
            search.telling(event -> {
                if (event instanceof Event.Progress<GoalSet> && isCancelled.getAsBoolean()) {
                    search.cancel();
                }
            });
            dev.clew.goals.Outcome<GoalSet> outcome = search.run();
            counts.expanded += outcome.used().expansions();
            counts.evaluated += outcome.used().goals();
            counts.generated += outcome.used().steps();
            return switch (outcome) {
                case dev.clew.goals.Outcome.Achieved<GoalSet> a ->
                        new Outcome.Solved(
                                plan(found, GoalProblems.numbers(a.proof())),
                                a.isOptimal(),
                                used());
                case dev.clew.goals.Outcome.Impossible<GoalSet> i ->
                        new Outcome.Impossible(
                                "All that could come before the goal was seen.", used());
                case dev.clew.goals.Outcome.OutOfBudget<GoalSet> o ->
                        stopped(reason(o.limit()), (long) o.bound());
            };
        }

        private Outcome.Reason reason(dev.clew.goals.Outcome.Limit limit) {
            return switch (limit) {
                case EXPANSIONS -> Outcome.Reason.EXPANSIONS;
                case MEMORY -> Outcome.Reason.MEMORY;
                case CANCELLED -> Outcome.Reason.CANCELLED;
                // An expansion fails only if it is interrupted.
                case FAILURES ->
                        isCancelled.getAsBoolean() ? Outcome.Reason.CANCELLED : Outcome.Reason.TIME;
                case TIME, CALLS, MONEY, STRATEGY -> Outcome.Reason.TIME;
            };
        }

        private long bound() {
            AStar forward = star;
            BothEnds both = ends;
            return forward != null ? forward.bound() : both != null ? both.bound() : 0;
        }

        /** Bounds are whole: what is lost by that is less than one. */
        private Outcome stopped(Outcome.Reason reason, long bound) {
            Task t = ground;
            return new Outcome.OutOfBudget(reason, t == null ? 0 : bound / t.costScale, used());
        }

        private Plan plan(Task found, int[] actions) {
            List<String> steps = new ArrayList<>(actions.length);
            long cost = 0;
            for (int a : actions) {
                steps.add(found.actionName(a));
                cost += found.costs[a];
            }
            BigDecimal scaled = BigDecimal.valueOf(cost);
            if (found.costScale > 1) {
                scaled = scaled.divide(BigDecimal.valueOf(found.costScale)).stripTrailingZeros();
            }
            return new Plan(steps, scaled, task.metric() == null);
        }

        private Used used() {
            long now = System.nanoTime();
            Runtime r = Runtime.getRuntime();
            Task t = ground;
            return new Used(
                    t == null ? 0 : t.actions(),
                    t == null ? 0 : t.facts(),
                    counts.expanded,
                    counts.evaluated,
                    counts.generated,
                    (searching == 0 ? now : searching) - start,
                    now - start,
                    r.totalMemory() - r.freeMemory(),
                    by);
        }
    }
}
