package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.states.Task;

/** Knows nothing but whether the goal holds: if not, it takes at least the cheapest action. */
public final class BlindHeuristic implements Heuristic {
    private final Task task;
    private final int cheapest;

    /** The estimate for a task. */
    public BlindHeuristic(Task task) {
        this.task = task;
        int least = task.actions() == 0 ? 0 : Integer.MAX_VALUE;
        for (int cost : task.costs) {
            least = Math.min(least, cost);
        }
        cheapest = least;
    }

    @Override
    public int estimate(int[] state) {
        return task.isGoal(state) ? 0 : cheapest;
    }
}
