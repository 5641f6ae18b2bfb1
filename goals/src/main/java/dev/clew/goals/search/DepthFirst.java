package dev.clew.goals.search;

import dev.clew.goals.Event;
import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;
import dev.clew.goals.graph.Nearest;
import dev.clew.goals.graph.Proved;

import java.util.Arrays;

/**
 * Depth-first: follows the first premise without a proof of the first step that was not given up,
 * down to a limit. With an increment the limit grows until nothing is cut off (Korf 1985).
 *
 * <p>For each goal it keeps with how many levels to go it has failed. Levels alone decide where a
 * goal is cut off, never the goals above it, so this holds wherever the goal is met again, and
 * cycles are cut off like everything else.
 */
final class DepthFirst<G> implements Picker {
    private final Growth<G> growth;
    private final GoalGraph<G> graph;
    private final Proved<G> proved;
    private final int increment;
    private int limit;
    private boolean cutOff;
    private boolean grew;
    private boolean isComplete = true;

    // The goals from the root down, and where each stands: step and premise.
    private int[] goal = new int[16];
    private int[] step = new int[16];
    private int[] premise = new int[16];
    private int depth;

    // By goal: with how many levels to go it has failed.
    private int[] failed = new int[0];

    DepthFirst(Growth<G> growth, int limit, int increment) {
        this.growth = growth;
        this.graph = growth.graph();
        this.proved = growth.proved();
        this.limit = limit;
        this.increment = increment;
        enter(growth.root());
    }

    @Override
    public boolean isComplete() {
        return isComplete;
    }

    @Override
    public int next(int[] into) {
        while (depth > 0 || deepens()) {
            int g = goal[depth - 1];
            int togo = limit - depth + 1;
            if (proved.has(g)) {
                succeed();
            } else if (togo == 0 || hasFailed(g, togo)) {
                cutOff = true;
                fail();
            } else if (graph.isOpen(g)) {
                into[0] = g;
                grew = true;
                return 1;
            } else if (isEntered()) {
                begin();
            } else if (step[depth - 1] == graph.endOfSteps(g)) {
                remember(g, togo);
                fail();
            } else {
                enter(graph.premise(premise[depth - 1]));
            }
        }
        return 0;
    }

    private boolean isEntered() {
        return step[depth - 1] == GoalGraph.NONE;
    }

    private void enter(int g) {
        if (depth == goal.length) {
            goal = Arrays.copyOf(goal, 2 * depth);
            step = Arrays.copyOf(step, 2 * depth);
            premise = Arrays.copyOf(premise, 2 * depth);
        }
        goal[depth] = g;
        step[depth++] = GoalGraph.NONE;
    }

    private void begin() {
        step[depth - 1] = graph.firstStep(goal[depth - 1]);
        tryStep();
    }

    private void tryStep() {
        int s = step[depth - 1];
        if (s < graph.endOfSteps(goal[depth - 1])) {
            premise[depth - 1] = graph.firstPremise(s);
            if (growth.isHeard()) {
                growth.tell(new Event.Tried<>(graph.goal(goal[depth - 1]), graph.step(s)));
            }
        }
    }

    private void succeed() {
        if (--depth > 0) {
            premise[depth - 1]++;
        }
    }

    private void fail() {
        if (--depth > 0) {
            if (growth.isHeard()) {
                growth.tell(
                        new Event.Abandoned<>(
                                graph.goal(goal[depth - 1]), graph.step(step[depth - 1])));
            }
            step[depth - 1]++;
            tryStep();
        }
    }

    private boolean hasFailed(int g, int togo) {
        return g < failed.length && failed[g] >= togo;
    }

    private void remember(int g, int togo) {
        if (g >= failed.length) {
            failed = Arrays.copyOf(failed, graph.goals() + graph.goals() / 2);
        }
        failed[g] = togo;
    }

    /** The limit was reached everywhere: is there more to see with a higher one? */
    private boolean deepens() {
        if (proved.has(growth.root()) || !cutOff) {
            return false;
        } else if ((increment == 0 || !grew) && Nearest.openLeaf(graph, growth.root()) < 0) {
            return false;
        } else if (increment == 0) {
            isComplete = false;
            return false;
        }
        limit = Math.addExact(limit, increment);
        cutOff = false;
        grew = false;
        enter(growth.root());
        return true;
    }
}
