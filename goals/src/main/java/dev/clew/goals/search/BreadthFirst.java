package dev.clew.goals.search;

import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;

/** Goals in the order in which they were met. */
final class BreadthFirst<G> implements Picker {
    private final GoalGraph<G> graph;
    private final int batch;
    private int cursor;

    BreadthFirst(Growth<G> growth, int batch) {
        this.graph = growth.graph();
        this.batch = batch;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int next(int[] into) {
        int count = 0;
        for (; cursor < graph.goals() && count < batch; cursor++) {
            if (graph.isOpen(cursor)) {
                into[count++] = cursor;
            }
        }
        return count;
    }
}
