package dev.clew.plans.pddl;

import dev.clew.plans.pddl.budget.Stopped;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.grounding.Grounder;
import dev.clew.plans.pddl.heuristics.FfHeuristic;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.heuristics.LandmarkGraph;
import dev.clew.plans.pddl.heuristics.LandmarkHeuristic;
import dev.clew.plans.pddl.heuristics.Relaxation;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.search.Counts;
import dev.clew.plans.pddl.search.LazySearch;
import dev.clew.plans.pddl.search.Search;
import dev.clew.plans.pddl.search.Turns;
import dev.clew.plans.pddl.search.WidthSearch;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Finds plans. */
public final class Planner {
    private final PlanningTask task;
    private BooleanSupplier isCancelled = () -> false;

    /** A planner for a task. */
    public Planner(PlanningTask task) {
        this.task = task;
    }

    /** Asks this now and then, from the thread that searches, whether to stop. */
    public Planner cancelledBy(BooleanSupplier isCancelled) {
        this.isCancelled = isCancelled;
        return this;
    }

    /** Looks for a plan, whatever it costs. */
    public Outcome plan(Budget budget) {
        return new Run(budget).run();
    }

    /** One search with what it uses. */
    private final class Run {
        private final long start = System.nanoTime();
        private final Watch watch;
        private final Counts counts = new Counts();
        private @Nullable Task ground;
        private long searching;
        private String by = "grounding";

        Run(Budget budget) {
            long nanos = Math.min(budget.time().toSeconds(), 1L << 32) * 1_000_000_000L;
            nanos += budget.time().toNanosPart();
            watch = new Watch(start + nanos, budget.expansions(), isCancelled);
        }

        Outcome run() {
            try {
                return search();
            } catch (Stopped e) {
                return new Outcome.OutOfBudget(
                        Outcome.Reason.valueOf(e.reason().name()), 0, used());
            } catch (OutOfMemoryError e) {
                return new Outcome.OutOfBudget(Outcome.Reason.MEMORY, 0, used());
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
            Turns turns = turns(found);
            try {
                while (!turns.advance(Long.MAX_VALUE / 2)) {}
            } finally {
                by = turns.name();
            }
            int[] actions = turns.plan();
            return actions == null
                    ? new Outcome.Impossible("All states that can be reached were seen.", used())
                    : new Outcome.Solved(plan(found, actions), false, used());
        }

        /** What is tried in turns. */
        private Turns turns(Task found) {
            Relaxation relaxation = new Relaxation(found);
            Successors successors = new Successors(found);
            Supplier<LandmarkGraph> landmarks = landmarks(relaxation);
            Supplier<Heuristic> ff = () -> new FfHeuristic(relaxation, true);
            Supplier<Heuristic> count = () -> new LandmarkHeuristic(found, landmarks.get());
            return new Turns(
                    List.of(
                            () -> lazy("hFF with preferred actions", found, successors, ff.get()),
                            () ->
                                    lazy(
                                            "hFF and landmarks with preferred actions",
                                            found,
                                            successors,
                                            ff.get(),
                                            count.get()),
                            () ->
                                    new WidthSearch(
                                            found,
                                            successors,
                                            count.get(),
                                            new FfHeuristic(relaxation, true),
                                            watch,
                                            counts)));
        }

        /** The landmarks, looked for when they are needed first. */
        private Supplier<LandmarkGraph> landmarks(Relaxation relaxation) {
            List<LandmarkGraph> made = new ArrayList<>();
            return () -> {
                if (made.isEmpty()) {
                    made.add(new LandmarkGraph(relaxation, watch));
                }
                return made.get(0);
            };
        }

        private Search lazy(String by, Task found, Successors successors, Heuristic... heuristics) {
            String name = "lazy greedy search, " + by;
            return new LazySearch(name, found, successors, heuristics, watch, counts);
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
