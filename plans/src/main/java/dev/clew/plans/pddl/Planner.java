package dev.clew.plans.pddl;

import dev.clew.plans.pddl.budget.Stopped;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.grounding.Grounder;
import dev.clew.plans.pddl.heuristics.FfHeuristic;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.heuristics.Relaxation;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.search.Counts;
import dev.clew.plans.pddl.search.LazySearch;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

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
            by = "lazy greedy search, hFF with preferred actions";
            Relaxation relaxation = new Relaxation(found);
            Heuristic[] heuristics = {new FfHeuristic(relaxation, true)};
            int[] actions =
                    new LazySearch(found, new Successors(found), heuristics, watch, counts).run();
            return actions == null
                    ? new Outcome.Impossible("All states that can be reached were seen.", used())
                    : new Outcome.Solved(plan(found, actions), false, used());
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
