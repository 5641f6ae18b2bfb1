package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.states.Longs;
import dev.clew.plans.pddl.states.Task;

/**
 * Counts the landmarks that are still to be reached, and those that are lost and needed again: as
 * goals, or directly before landmarks that are to come (Richter and Westphal, <i>The LAMA
 * planner</i>, JAIR 39, 2010, section 5.1). What was reached depends on the way to a state, and is
 * kept for each state. It speaks for actions that reach a landmark whose turn it is.
 */
public final class LandmarkHeuristic implements Heuristic {
    private final Task task;
    private final int[][] facts;
    private final long[][] before;
    private final int[][] neededFor;
    private final boolean[] isGoal;
    private final Longs reached;
    private final int words;
    private final long[] now;
    private final long[] earlier;
    private final int[] wanted;
    private int round;
    private int[] state = new int[0];

    /** The count over these landmarks. */
    public LandmarkHeuristic(Task task, LandmarkGraph graph) {
        this.task = task;
        facts = graph.facts;
        before = graph.before;
        neededFor = graph.neededFor;
        words = Math.max(1, facts.length + 63 >>> 6);
        reached = new Longs(words);
        now = new long[words];
        earlier = new long[words];
        wanted = new int[task.facts()];
        isGoal = new boolean[facts.length];
        boolean[] isGoalFact = new boolean[task.facts()];
        for (int fact : task.goal) {
            isGoalFact[fact] = true;
        }
        for (int l = 0; l < facts.length; l++) {
            isGoal[l] = facts[l].length == 1 && isGoalFact[facts[l][0]];
        }
    }

    /** How many landmarks it counts. */
    public int landmarks() {
        return facts.length;
    }

    @Override
    public int estimate(int[] state) {
        return estimate(state, 0, -1);
    }

    @Override
    public int estimate(int[] state, int id, int parent) {
        this.state = state;
        for (int w = 0; w < words; w++) {
            earlier[w] = parent < 0 ? 0 : reached.get(parent, w);
            now[w] = earlier[w];
        }
        int count = 0;
        for (int l = 0; l < facts.length; l++) {
            if (!has(earlier, l) && isTrue(l) && (parent < 0 || isTurn(l))) {
                now[l >>> 6] |= 1L << l;
            }
            count += has(now, l) ? 0 : 1;
        }
        round++;
        for (int l = 0; l < facts.length; l++) {
            if (has(now, l)) {
                count += !isTrue(l) && isNeededAgain(l) ? 1 : 0;
            }
        }
        for (int w = 0; w < words; w++) {
            reached.set(id, w, now[w]);
        }
        return count;
    }

    @Override
    public long work() {
        return 1 + facts.length / 4L;
    }

    /** Finds out for which facts the last estimate speaks. */
    @Override
    public void choose() {
        System.arraycopy(now, 0, earlier, 0, words);
        for (int l = 0; l < facts.length; l++) {
            if (!has(now, l) && isTurn(l)) {
                for (int fact : facts[l]) {
                    wanted[fact] = round;
                }
            }
        }
    }

    @Override
    public boolean wants(int action) {
        for (int i = task.results.start(action); i < task.results.end(action); i++) {
            if (wanted[task.results.at(i)] == round) {
                return true;
            }
        }
        for (int i = task.effects.start(action); i < task.effects.end(action); i++) {
            int effect = task.effects.at(i);
            if (wanted[task.effectResults[effect]] == round && isTriggered(effect)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTriggered(int effect) {
        for (int i = task.effectConditions.start(effect);
                i < task.effectConditions.end(effect);
                i++) {
            if (!task.holds(task.effectConditions.at(i), state)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(long[] set, int landmark) {
        return (set[landmark >>> 6] >>> landmark & 1) != 0;
    }

    private boolean isTrue(int landmark) {
        for (int fact : facts[landmark]) {
            if (task.holds(fact, state)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that come before a landmark were reached earlier. */
    private boolean isTurn(int landmark) {
        long[] set = before[landmark];
        for (int w = 0; w < set.length; w++) {
            if ((set[w] & ~earlier[w]) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isNeededAgain(int landmark) {
        if (isGoal[landmark]) {
            return true;
        }
        for (int l : neededFor[landmark]) {
            if (!has(now, l)) {
                return true;
            }
        }
        return false;
    }
}
