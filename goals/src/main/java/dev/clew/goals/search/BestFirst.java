package dev.clew.goals.search;

import dev.clew.goals.graph.Bounds;
import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;
import dev.clew.goals.graph.Proved;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * The open goals of the proof that looks cheapest. It is found from the goal down, along the steps
 * with the least bounds: as many steps as the proof has levels, and no list of open goals is kept.
 * That this finds the goal which Retro* would choose, the one whose cheapest proof of the whole is
 * least, follows from the bound of the root being that least value.
 */
final class BestFirst<G> implements Picker {
    private final GoalGraph<G> graph;
    private final Proved<G> proved;
    private final Bounds<G> bounds;
    private final int root;
    private final int batch;
    private final boolean untilOptimal;

    BestFirst(Growth<G> growth, Bounds<G> bounds, int batch, boolean untilOptimal) {
        this.graph = growth.graph();
        this.proved = growth.proved();
        this.bounds = bounds;
        this.root = growth.root();
        this.batch = batch;
        this.untilOptimal = untilOptimal;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public boolean isComplete() {
        return bounds.isTrusted();
    }

    @Override
    public boolean isSatisfied() {
        return !untilOptimal || isClosed(root);
    }

    @Override
    public double bound() {
        return bounds.cost(root);
    }

    /** Whether the cheapest proof of a goal is known. */
    private boolean isClosed(int goal) {
        return proved.cost(goal) <= bounds.cost(goal);
    }

    @Override
    public int next(int[] into) {
        if (bounds.cost(root) == Double.POSITIVE_INFINITY || isClosed(root)) {
            return 0;
        }
        return batch == 1 ? one(into) : several(into);
    }

    private int one(int[] into) {
        int goal = root;
        while (!graph.isOpen(goal)) {
            goal = firstUnclosed(bounds.step(goal));
        }
        into[0] = goal;
        return 1;
    }

    private int firstUnclosed(int step) {
        int end = graph.endOfPremises(step);
        for (int p = graph.firstPremise(step); p < end; p++) {
            if (!isClosed(graph.premise(p))) {
                return graph.premise(p);
            }
        }
        throw new IllegalStateException("A step is not closed, but all of its premises are.");
    }

    private int several(int[] into) {
        int count = 0;
        Set<Integer> met = new HashSet<>();
        ArrayDeque<Integer> agenda = new ArrayDeque<>();
        agenda.push(root);
        while (!agenda.isEmpty() && count < batch) {
            int goal = agenda.pop();
            if (isClosed(goal) || !met.add(goal)) {
                continue;
            } else if (graph.isOpen(goal)) {
                into[count++] = goal;
                continue;
            }
            int step = bounds.step(goal);
            for (int p = graph.endOfPremises(step) - 1; p >= graph.firstPremise(step); p--) {
                agenda.push(graph.premise(p));
            }
        }
        return count;
    }
}
