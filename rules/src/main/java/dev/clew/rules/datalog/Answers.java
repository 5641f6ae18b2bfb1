package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * The answers to a goal: for each, the codes of the goal's distinct variables in the order of first
 * occurrence. They never change.
 */
public final class Answers {
    private final int[] codes;
    private final int width;
    private final int size;
    private final byte @Nullable [] truth;

    Answers(int[] codes, int width, int size, byte @Nullable [] truth) {
        this.codes = codes;
        this.width = width;
        this.size = size;
        this.truth = truth;
    }

    /** How many answers there are. */
    public int size() {
        return size;
    }

    /** What variable {@code v} (from 0) is in answer {@code i} (from 0). */
    public int code(int i, int v) {
        return codes[i * width + v];
    }

    /** Whether some answers are neither true nor false. */
    public boolean hasUndefined() {
        return truth != null;
    }

    /** Whether an answer is neither true nor false in the well-founded model. */
    public boolean isUndefined(int i) {
        return truth != null && truth[i] == Relation.UNDEFINED;
    }
}
