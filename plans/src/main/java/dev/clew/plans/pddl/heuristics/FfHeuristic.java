package dev.clew.plans.pddl.heuristics;

/**
 * hFF: the cost of a plan that deletes nothing, put together backward from the goal out of the
 * cheapest supporters that {@link AdditiveHeuristic} found (Hoffmann and Nebel, <i>The FF planning
 * system</i>, JAIR 14, 2001; supporters by hadd as in Keyder and Geffner, ECAI 2008). It speaks for
 * the actions of that plan that can be done at once.
 */
public final class FfHeuristic extends AdditiveHeuristic {
    private final int[] marked;
    private final int[] chosen;
    private int round;
    private final int[] open;
    private final int[] preferred;
    private int preferredCount;

    /** The estimate in terms of the costs of actions, or of their number. */
    public FfHeuristic(Relaxation relaxation, boolean isUnit) {
        super(relaxation, isUnit);
        marked = new int[costs.length];
        chosen = new int[relaxation.task.actions()];
        open = new int[costs.length];
        preferred = new int[relaxation.steps];
    }

    @Override
    public int estimate(int[] state) {
        preferredCount = 0;
        if (explore(state) == DEAD_END) {
            return DEAD_END;
        }
        round++;
        int total = 0;
        int depth = 0;
        for (int fact : relaxation.task.goal) {
            depth = mark(fact, depth);
        }
        while (depth > 0) {
            int step = supporter[open[--depth]];
            if (step < 0) {
                continue;
            }
            boolean isNow = true;
            for (int i = relaxation.conditions.start(step);
                    i < relaxation.conditions.end(step);
                    i++) {
                int fact = relaxation.conditions.at(i);
                isNow &= supporter[fact] < 0;
                depth = mark(fact, depth);
            }
            int action = relaxation.action[step];
            if (action >= 0 && chosen[action] != round) {
                chosen[action] = round;
                total += stepCosts[step];
                if (isNow) {
                    preferred[preferredCount++] = action;
                }
            }
        }
        return total;
    }

    private int mark(int fact, int depth) {
        if (marked[fact] == round) {
            return depth;
        }
        marked[fact] = round;
        open[depth] = fact;
        return depth + 1;
    }

    @Override
    public int preferred(int[] actions) {
        System.arraycopy(preferred, 0, actions, 0, preferredCount);
        return preferredCount;
    }

    /** Writes the facts that the last relaxed plan makes true to an array; returns how many. */
    public int relaxedFacts(int[] facts) {
        int n = 0;
        for (int f = 0; f < marked.length; f++) {
            if (marked[f] == round && supporter[f] >= 0) {
                facts[n++] = f;
            }
        }
        return n;
    }
}
