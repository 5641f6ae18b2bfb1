package dev.clew.plans.pddl.heuristics;

import java.util.Arrays;

/**
 * hadd: what a step needs is paid for part by part, as if nothing helped twice (Bonet and Geffner,
 * <i>Planning as heuristic search</i>, Artificial Intelligence 129, 2001). {@link FfHeuristic}
 * takes its relaxed plans from here.
 */
public class AdditiveHeuristic implements Heuristic {
    /** Sums stop growing here. */
    private static final int HUGE = 100_000_000;

    final Relaxation relaxation;
    final int[] stepCosts;

    /** Per fact what it costs, or -1, and the step that makes it true. */
    final int[] costs;

    final int[] supporter;

    private final int[] unreached;
    private final int[] needed;
    private final int[] missing;
    private final int[] sums;
    private final boolean[] isGoal;

    /** Per fact the last round in which it left the queue. */
    private final int[] closed;

    private int round;
    private final Buckets queue = new Buckets();

    /** The estimate in terms of the costs of actions, or of their number. */
    public AdditiveHeuristic(Relaxation relaxation, boolean isUnit) {
        this.relaxation = relaxation;
        this.stepCosts = relaxation.costs(isUnit);
        this.costs = new int[relaxation.task.facts()];
        this.supporter = new int[costs.length];
        this.unreached = new int[costs.length];
        Arrays.fill(unreached, -1);
        this.closed = new int[costs.length];
        this.isGoal = new boolean[costs.length];
        for (int fact : relaxation.task.goal) {
            isGoal[fact] = true;
        }
        this.needed = new int[relaxation.steps];
        for (int s = 0; s < needed.length; s++) {
            needed[s] = relaxation.conditions.length(s);
        }
        this.missing = new int[needed.length];
        this.sums = new int[needed.length];
    }

    @Override
    public int estimate(int[] state) {
        return explore(state);
    }

    @Override
    public long work() {
        return 1 + (costs.length + needed.length) / 4L;
    }

    /** Finds the costs of all facts until those of the goal are known. */
    final int explore(int[] state) {
        System.arraycopy(unreached, 0, costs, 0, costs.length);
        System.arraycopy(needed, 0, missing, 0, missing.length);
        System.arraycopy(stepCosts, 0, sums, 0, sums.length);
        queue.clear();
        round++;
        for (int v = 0; v < relaxation.task.variables; v++) {
            reach(relaxation.task.firstFact[v] + state[v], 0, -1);
        }
        for (int fact : relaxation.given) {
            reach(fact, 0, -1);
        }
        for (int step : relaxation.free) {
            trigger(step);
        }
        int open = relaxation.task.goal.length;
        for (int fact = queue.poll(); fact >= 0; fact = queue.poll()) {
            if (closed[fact] == round) {
                continue;
            }
            closed[fact] = round;
            if (isGoal[fact] && --open == 0) {
                break;
            }
            int cost = costs[fact];
            for (int i = relaxation.needing.start(fact); i < relaxation.needing.end(fact); i++) {
                int step = relaxation.needing.at(i);
                sums[step] = Math.min(HUGE, sums[step] + cost);
                if (--missing[step] == 0) {
                    trigger(step);
                }
            }
        }
        return total();
    }

    private int total() {
        int total = 0;
        for (int fact : relaxation.task.goal) {
            if (costs[fact] < 0) {
                return DEAD_END;
            }
            total = Math.min(HUGE, total + costs[fact]);
        }
        return total;
    }

    private void trigger(int step) {
        int cost = sums[step];
        for (int i = relaxation.results.start(step); i < relaxation.results.end(step); i++) {
            reach(relaxation.results.at(i), cost, step);
        }
    }

    private void reach(int fact, int cost, int step) {
        if (costs[fact] < 0 || cost < costs[fact]) {
            costs[fact] = cost;
            supporter[fact] = step;
            if (relaxation.isUsed[fact]) {
                queue.add(fact, cost);
            }
        }
    }
}
