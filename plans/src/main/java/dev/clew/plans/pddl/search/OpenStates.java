package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/**
 * A queue of states by f, and by h among those of equal f. It is a radix heap (Ahuja, Mehlhorn,
 * Orlin and Tarjan, <i>Faster algorithms for the shortest path problem</i>, JACM 37, 1990): what is
 * added counts at least as much as what was removed last. Entries of the least f lie in stacks by
 * h; the one added last leaves first.
 */
final class OpenStates {
    /** Greater h count as this one: they decide only among equals. */
    private static final int MOST = 1 << 12;

    /** Per highest bit in which f differs from the least f: f with h, and the state. */
    private final long[][] keys = new long[33][0];

    private final int[][] ids = new int[33][0];
    private final int[] counts = new int[33];

    private int[][] stacks = new int[16][0];
    private int[] depths = new int[16];
    private int leastH = Integer.MAX_VALUE;
    private int inStacks;
    private long size;
    private int least;

    boolean isEmpty() {
        return size == 0;
    }

    long size() {
        return size;
    }

    /** The f of what leaves next; the queue must not be empty. */
    int least() {
        if (inStacks == 0) {
            refill();
        }
        return least;
    }

    /** How many entries have the least f. */
    int leastCount() {
        if (size > 0 && inStacks == 0) {
            refill();
        }
        return inStacks;
    }

    void add(int f, int h, int id) {
        size++;
        put(Math.max(f, least), Math.min(h, MOST), id);
    }

    private void put(int f, int h, int id) {
        if (f == least) {
            stack(h, id);
            return;
        }
        int b = 32 - Integer.numberOfLeadingZeros(f ^ least);
        if (counts[b] == ids[b].length) {
            int length = Math.max(16, counts[b] * 2);
            if (length > 1 << 16) {
                Watch.reserve(length * 12L);
            }
            keys[b] = Arrays.copyOf(keys[b], length);
            ids[b] = Arrays.copyOf(ids[b], length);
        }
        keys[b][counts[b]] = (long) f << 32 | h;
        ids[b][counts[b]++] = id;
    }

    private void stack(int h, int id) {
        if (h >= depths.length) {
            int old = depths.length;
            int length = Math.max(h + 1, old * 2);
            stacks = Arrays.copyOf(stacks, length);
            Arrays.fill(stacks, old, length, new int[0]);
            depths = Arrays.copyOf(depths, length);
        }
        if (depths[h] == stacks[h].length) {
            int length = Math.max(16, depths[h] * 2);
            if (length > 1 << 16) {
                Watch.reserve(length * 4L);
            }
            stacks[h] = Arrays.copyOf(stacks[h], length);
        }
        stacks[h][depths[h]++] = id;
        inStacks++;
        leastH = Math.min(leastH, h);
    }

    /** Removes the state that comes first; the queue must not be empty. */
    int remove() {
        if (inStacks == 0) {
            refill();
        }
        while (depths[leastH] == 0) {
            leastH++;
        }
        size--;
        inStacks--;
        return stacks[leastH][--depths[leastH]];
    }

    /** Goes on to the next f and sorts the entries near it anew. */
    private void refill() {
        int b = 0;
        while (counts[b] == 0) {
            b++;
        }
        int next = Integer.MAX_VALUE;
        for (int i = 0; i < counts[b]; i++) {
            next = Math.min(next, (int) (keys[b][i] >> 32));
        }
        least = next;
        leastH = Integer.MAX_VALUE;
        int n = counts[b];
        counts[b] = 0;
        long[] moved = keys[b];
        int[] movedIds = ids[b];
        if (n > 1 << 16) {
            // What is sorted lies in lower buckets only; a large one gives its memory back.
            keys[b] = new long[0];
            ids[b] = new int[0];
        }
        for (int i = 0; i < n; i++) {
            put((int) (moved[i] >> 32), (int) moved[i], movedIds[i]);
        }
    }
}
