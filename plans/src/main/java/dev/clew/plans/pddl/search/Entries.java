package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Watch;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** A queue of pairs of numbers by priority; those of the same priority leave as they came. */
final class Entries {
    /** Greater priorities count as this one. */
    private static final int MOST = 1 << 16;

    private @Nullable Ring[] rings = new @Nullable Ring[64];
    private int least = Integer.MAX_VALUE;
    private long size;

    /** A queue in a circle. */
    private static final class Ring {
        long[] items = new long[16];
        int first;
        int count;

        void add(long item) {
            if (count == items.length) {
                if (count > 1 << 18) {
                    Watch.reserve(count * 16L);
                }
                long[] bigger = new long[count * 2];
                System.arraycopy(items, first, bigger, 0, count - first);
                System.arraycopy(items, 0, bigger, count - first, first);
                items = bigger;
                first = 0;
            }
            items[first + count++ & items.length - 1] = item;
        }

        long remove() {
            long item = items[first];
            first = first + 1 & items.length - 1;
            count--;
            return item;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int priority, long item) {
        int p = Math.min(priority, MOST);
        if (p >= rings.length) {
            rings = Arrays.copyOf(rings, Math.max(p + 1, rings.length * 2));
        }
        Ring ring = rings[p];
        if (ring == null) {
            ring = new Ring();
            rings[p] = ring;
        }
        ring.add(item);
        least = Math.min(least, p);
        size++;
    }

    /** Removes what has the least priority; the queue must not be empty. */
    long remove() {
        Ring ring = rings[least];
        while (ring == null || ring.count == 0) {
            // An empty ring gives its memory back.
            rings[least++] = null;
            ring = rings[least];
        }
        size--;
        return ring.remove();
    }

    static long pair(int left, int right) {
        return (long) left << 32 | right & 0xffffffffL;
    }

    static int left(long pair) {
        return (int) (pair >> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }
}
