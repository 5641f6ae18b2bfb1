package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.Unsupported;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.heuristics.BlindHeuristic;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.StateTable;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

/**
 * A* (Hart, Nilsson and Raphael 1968): always the state for which cost so far plus estimate is
 * least, and of those the one with the least estimate. A state that is reached more cheaply after
 * it was expanded is expanded again, so that the first plan is the cheapest if the estimate is
 * admissible, consistent or not.
 */
public final class AStar {
    /** Marks the estimate of a state that is not open. */
    private static final int CLOSED = 1 << 31;

    /** No cost may reach this. */
    private static final int MOST = Integer.MAX_VALUE / 2;

    private final Task task;
    private final Successors successors;
    private final Heuristic heuristic;
    private final Watch watch;
    private final Counts counts;
    private final StateTable states;
    private final Derived derived;
    private final OpenStates open = new OpenStates();

    /** Per state the cost so far, and the estimate with a mark. */
    private final Labels labels = new Labels();

    private final int[] applicable;

    /** Whether an estimate takes longer than a look at the clock. */
    private final boolean isSlow;

    private long bound;

    /** A search with an admissible estimate. */
    public AStar(Task task, Successors successors, Heuristic h, Watch watch, Counts counts) {
        this.task = task;
        this.successors = successors;
        this.heuristic = h;
        this.isSlow = !(h instanceof BlindHeuristic);
        this.watch = watch;
        this.counts = counts;
        states = new StateTable(task);
        derived = new Derived(task);
        applicable = new int[task.actions()];
    }

    /** No plan costs less than this, as far as was found out. */
    public long bound() {
        return bound;
    }

    /** The actions of a cheapest plan, or null if there is none. */
    public int @Nullable [] run() {
        int[] state = new int[task.variables];
        int[] next = new int[task.variables];
        System.arraycopy(task.initial, 0, state, 0, task.variables);
        derived.complete(state);
        enter(states.add(state, -1, -1), state, 0);
        while (!open.isEmpty()) {
            bound = open.least();
            int id = open.remove();
            int h = labels.second(id);
            if (h < 0) {
                continue;
            }
            labels.setSecond(id, h | CLOSED);
            states.state(id, state);
            if (task.isGoal(state)) {
                return states.path(id);
            }
            expand(id, state, next);
        }
        return null;
    }

    private void expand(int id, int[] state, int[] next) {
        watch.expand();
        counts.expanded++;
        int n = successors.find(state, applicable);
        counts.generated += n;
        int g = labels.first(id);
        for (int i = 0; i < n; i++) {
            int action = applicable[i];
            int cost = sum(g, task.costs[action]);
            task.apply(action, state, next);
            int found = states.add(next, id, action);
            if (found >= 0) {
                derived.complete(next);
                enter(found, next, cost);
            } else if (cost < labels.first(~found)) {
                improve(~found, id, action, cost);
            }
        }
    }

    static int sum(int cost, int more) {
        if (more > MOST - cost) {
            throw new Unsupported(
                    "The costs of this task are too great to be summed up.",
                    "Maybe give them in a coarser unit, with fewer digits behind the point.");
        }
        return cost + more;
    }

    private void enter(int id, int[] state, int cost) {
        counts.evaluated++;
        if (isSlow) {
            watch.checkNow();
        }
        int h = heuristic.estimate(state);
        labels.set(id, cost, h == Heuristic.DEAD_END ? h | CLOSED : h);
        if (h != Heuristic.DEAD_END) {
            open.add(sum(cost, Math.min(h, MOST - cost)), h, id);
        }
    }

    private void improve(int id, int parent, int action, int cost) {
        labels.setFirst(id, cost);
        int h = labels.second(id) & ~CLOSED;
        if (h != Heuristic.DEAD_END) {
            states.reparent(id, parent, action);
            labels.setSecond(id, h);
            open.add(sum(cost, Math.min(h, MOST - cost)), h, id);
        }
    }
}
