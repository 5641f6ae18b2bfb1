package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.StateTable;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

/** Uniform-cost search from the initial state, one layer of equal cost at a time. */
public final class UniformCost {
    private final Task task;
    private final Successors successors;
    private final Watch watch;
    private final Counts counts;
    private final StateTable states;
    private final Derived derived;
    private final OpenStates queue = new OpenStates();

    /** Per state its cost, and 1 if it was expanded. */
    private final Labels labels = new Labels();

    private final int[] state;
    private final int[] next;
    private final int[] applicable;
    private long open;

    /** Hears of states. */
    @FunctionalInterface
    public interface Listener {
        /** A state with its cost so far. */
        void meet(int id, int cost, int[] state);
    }

    /** A search that has not begun. */
    public UniformCost(Task task, Watch watch, Counts counts) {
        this.task = task;
        this.watch = watch;
        this.counts = counts;
        successors = new Successors(task);
        states = new StateTable(task);
        derived = new Derived(task);
        state = new int[task.variables];
        next = new int[task.variables];
        applicable = new int[task.actions()];
    }

    /** Enters the initial state. */
    public void start(Listener listener) {
        System.arraycopy(task.initial, 0, state, 0, task.variables);
        derived.complete(state);
        enter(states.add(state, -1, -1), 0, state, listener);
    }

    /** The least cost of an open state; the greatest int if there is none. */
    public int least() {
        return queue.isEmpty() ? Integer.MAX_VALUE : queue.least();
    }

    /** How many states are open. */
    public long open() {
        return open;
    }

    /** How many states of the least cost are open, or a few more. */
    public long leastOpen() {
        return queue.leastCount();
    }

    /**
     * Expands all states of the least cost; tells of states that are new or cheaper than before.
     */
    public void expandLayer(Listener listener) {
        int cost = queue.least();
        while (!queue.isEmpty() && queue.least() == cost) {
            int id = queue.remove();
            if (labels.second(id) == 0) {
                labels.setSecond(id, 1);
                open--;
                expand(id, listener);
            }
        }
    }

    private void expand(int id, Listener listener) {
        watch.expand();
        counts.expanded++;
        states.state(id, state);
        int n = successors.find(state, applicable);
        counts.generated += n;
        for (int i = 0; i < n; i++) {
            int action = applicable[i];
            int cost = sum(labels.first(id), task.costs[action]);
            task.apply(action, state, next);
            int found = states.add(next, id, action);
            if (found >= 0) {
                derived.complete(next);
                enter(found, cost, next, listener);
            } else if (cost < labels.first(~found)) {
                // It is still open: what was expanded had its least cost.
                labels.setFirst(~found, cost);
                states.reparent(~found, id, action);
                queue.add(cost, 0, ~found);
                derived.complete(next);
                listener.meet(~found, cost, next);
            }
        }
    }

    private void enter(int id, int cost, int[] entered, Listener listener) {
        counts.evaluated++;
        labels.set(id, cost, 0);
        queue.add(cost, 0, id);
        open++;
        listener.meet(id, cost, entered);
    }

    /** Tells of all open states. */
    public void visitOpen(Listener listener) {
        for (int id = 0; id < states.size(); id++) {
            if (labels.second(id) == 0) {
                watch.check();
                states.state(id, state);
                listener.meet(id, labels.first(id), state);
            }
        }
    }

    /** The sum of costs. */
    public static int sum(int cost, int more) {
        return AStar.sum(cost, more);
    }

    /** The actions that lead to a state. */
    public int[] path(int id) {
        return states.path(id);
    }
}
