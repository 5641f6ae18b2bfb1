package dev.clew.plans.stories;

import java.util.Arrays;

/**
 * A plot that is still being worked out: steps, in a partial order, with causal links, and what is
 * still open. Steps 0 and 1 are the opening and the ending.
 *
 * <p>Steps have no names of their own. Two partial plans that differ only in how their steps are
 * numbered are equal: {@link Canon} numbers them anew.
 */
final class PartialPlan {
    static final int OPENING = -1;
    static final int NOBODY = -1;

    /** As many steps as a set of them has bits. */
    static final int MAX_STEPS = Long.SIZE;

    /** By step: its occurrence; {@link #OPENING}; or -2 minus the number of the ending. */
    final int[] does;

    /** By step and actor: the goal that it serves, or -1 if that is not known yet. */
    final int[][] serves;

    /** By step: the set of steps before it. */
    final long[] before;

    /** Packed: which step makes what for which, in ascending order. */
    final long[] links;

    /** Packed: which step still needs what, in ascending order. */
    final long[] open;

    private final int hash;

    PartialPlan(int[] does, int[][] serves, long[] before, long[] links, long[] open) {
        this.does = does;
        this.serves = serves;
        this.before = before;
        this.links = links;
        this.open = open;
        int h = Arrays.hashCode(does);
        h = 31 * h + Arrays.deepHashCode(serves);
        h = 31 * h + Arrays.hashCode(before);
        h = 31 * h + Arrays.hashCode(links);
        this.hash = 31 * h + Arrays.hashCode(open);
    }

    /** The opening alone. */
    static PartialPlan start() {
        return new PartialPlan(
                new int[] {OPENING}, new int[][] {{}}, new long[1], new long[0], new long[0]);
    }

    static long link(int from, int literal, int to) {
        return (long) from << 48 | (long) to << 32 | literal;
    }

    static int from(long link) {
        return (int) (link >>> 48);
    }

    static int to(long link) {
        return (int) (link >>> 32) & 0xffff;
    }

    static int literal(long link) {
        return (int) link;
    }

    static long need(int step, int literal) {
        return link(0, literal, step);
    }

    int size() {
        return does.length;
    }

    boolean isBefore(int one, int other) {
        return (before[other] >>> one & 1) != 0;
    }

    boolean hasEnding() {
        return does.length > 1;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PartialPlan p
                && hash == p.hash
                && Arrays.equals(does, p.does)
                && Arrays.deepEquals(serves, p.serves)
                && Arrays.equals(before, p.before)
                && Arrays.equals(links, p.links)
                && Arrays.equals(open, p.open);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "a plot of " + (size() - 2) + " events, " + open.length + " conditions open";
    }
}
