package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.states.Rows;

import java.util.Arrays;

/**
 * LM-cut (Helmert and Domshlak, <i>Landmarks, critical paths and abstractions: what's the
 * difference anyway?</i>, ICAPS 2009). In the graph that leads from the dearest condition of each
 * step to its results, the steps that enter the zone from which the goal is free are a landmark:
 * each plan has one of them. Each landmark counts as much as its cheapest step, whose cost is then
 * taken off all of them, until the goal is free.
 *
 * <p>Conditional effects of one action are several steps with one cost: what is taken off one is
 * taken off all of them, so no action pays twice and the estimate stays admissible. It might then
 * be less than hmax; the greater of both counts. The estimate is not consistent.
 */
public final class LandmarkCut extends MaxHeuristic {
    private static final int BEYOND = 1;
    private static final int BEFORE = 2;

    /** Per fact the steps that make it true. */
    private final Rows making;

    /** Per action its steps. */
    private final Rows stepsOf;

    private final byte[] zone;
    private final int[] stack;
    private final int[] cut;
    private int cutSize;
    private final int[] lowered;
    private int round;

    /** The estimate in terms of the costs of actions. */
    public LandmarkCut(Relaxation relaxation) {
        super(relaxation);
        making = results.inverted(values.length);
        int[][] actions = new int[relaxation.steps][];
        for (int s = 0; s < actions.length; s++) {
            int a = relaxation.action[s];
            actions[s] = a < 0 ? new int[0] : new int[] {a};
        }
        stepsOf = Rows.of(actions).inverted(relaxation.task.actions());
        zone = new byte[values.length];
        stack = new int[values.length];
        cut = new int[costs.length];
        lowered = new int[relaxation.task.actions()];
    }

    @Override
    public int estimate(int[] state) {
        explore(state);
        int most = values[goalFact];
        if (most == UNREACHED) {
            return DEAD_END;
        }
        long total = 0;
        while (values[goalFact] > 0) {
            Arrays.fill(zone, (byte) 0);
            markBeyond();
            findCut(state);
            total += lower();
            settle();
        }
        return (int) Math.min(Math.max(total, most), DEAD_END - 1);
    }

    /** Marks the facts from which the goal costs nothing. */
    private void markBeyond() {
        int depth = 0;
        zone[goalFact] = BEYOND;
        stack[depth++] = goalFact;
        while (depth > 0) {
            int fact = stack[--depth];
            for (int i = making.start(fact); i < making.end(fact); i++) {
                int step = making.at(i);
                if (costs[step] == 0 && missing[step] == 0 && zone[dearest[step]] == 0) {
                    zone[dearest[step]] = BEYOND;
                    stack[depth++] = dearest[step];
                }
            }
        }
    }

    /** Finds the steps that lead from what can be reached without that zone into it. */
    private void findCut(int[] state) {
        cutSize = 0;
        int depth = 0;
        for (int v = 0; v < state.length; v++) {
            depth = mark(relaxation.task.firstFact[v] + state[v], depth);
        }
        for (int fact : relaxation.given) {
            depth = mark(fact, depth);
        }
        depth = mark(trueFact, depth);
        while (depth > 0) {
            int fact = stack[--depth];
            for (int i = needing.start(fact); i < needing.end(fact); i++) {
                int step = needing.at(i);
                if (missing[step] == 0 && dearest[step] == fact) {
                    depth = follow(step, depth);
                }
            }
        }
    }

    private int follow(int step, int depth) {
        for (int i = results.start(step); i < results.end(step); i++) {
            if (zone[results.at(i)] == BEYOND) {
                cut[cutSize++] = step;
                return depth;
            }
        }
        int d = depth;
        for (int i = results.start(step); i < results.end(step); i++) {
            d = mark(results.at(i), d);
        }
        return d;
    }

    private int mark(int fact, int depth) {
        if (zone[fact] != 0) {
            return depth;
        }
        zone[fact] = BEFORE;
        stack[depth] = fact;
        return depth + 1;
    }

    /** Takes the least cost in the cut off all its actions; returns it. */
    private int lower() {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < cutSize; i++) {
            least = Math.min(least, costs[cut[i]]);
        }
        round++;
        for (int i = 0; i < cutSize; i++) {
            int action = relaxation.action[cut[i]];
            if (lowered[action] == round) {
                continue;
            }
            lowered[action] = round;
            for (int j = stepsOf.start(action); j < stepsOf.end(action); j++) {
                int step = stepsOf.at(j);
                costs[step] -= least;
                if (missing[step] == 0) {
                    trigger(step);
                }
            }
        }
        return least;
    }
}
