package dev.clew.plans.pddl.heuristics;

import java.util.Arrays;

/** A queue of facts by cost. Costs beyond its end count as the greatest that it knows. */
final class Buckets {
    private static final int MOST = 1 << 18;

    private int[] first = new int[256];
    private int[] fact = new int[256];
    private int[] next = new int[256];
    private int used;
    private int least;
    private int greatest = -1;

    Buckets() {
        Arrays.fill(first, -1);
    }

    void clear() {
        if (greatest >= 0) {
            Arrays.fill(first, 0, greatest + 1, -1);
        }
        used = 0;
        least = 0;
        greatest = -1;
    }

    void add(int f, int cost) {
        int c = Math.min(cost, MOST);
        if (c >= first.length) {
            int old = first.length;
            first = Arrays.copyOf(first, Math.max(c + 1, old * 2));
            Arrays.fill(first, old, first.length, -1);
        }
        if (used == fact.length) {
            fact = Arrays.copyOf(fact, used * 2);
            next = Arrays.copyOf(next, used * 2);
        }
        fact[used] = f;
        next[used] = first[c];
        first[c] = used++;
        greatest = Math.max(greatest, c);
        least = Math.min(least, c);
    }

    /** Removes a fact of least cost, or returns -1. */
    int poll() {
        while (least <= greatest) {
            int entry = first[least];
            if (entry >= 0) {
                first[least] = next[entry];
                return fact[entry];
            }
            least++;
        }
        return -1;
    }
}
