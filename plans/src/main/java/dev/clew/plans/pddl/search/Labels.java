package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/** Two numbers for each state, in pieces: what it cost to reach it, and a second one. */
final class Labels {
    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private int[][] pieces = new int[4][];

    /** Sets both numbers of a state; states come in the order of their numbers. */
    void set(int id, int first, int second) {
        int p = id >>> BITS;
        if ((id & PIECE - 1) == 0) {
            Watch.reserve(8L * PIECE);
            if (p == pieces.length) {
                pieces = Arrays.copyOf(pieces, p * 2);
            }
            pieces[p] = new int[2 * PIECE];
        }
        int at = (id & PIECE - 1) * 2;
        pieces[p][at] = first;
        pieces[p][at + 1] = second;
    }

    int first(int id) {
        return pieces[id >>> BITS][(id & PIECE - 1) * 2];
    }

    void setFirst(int id, int first) {
        pieces[id >>> BITS][(id & PIECE - 1) * 2] = first;
    }

    int second(int id) {
        return pieces[id >>> BITS][(id & PIECE - 1) * 2 + 1];
    }

    void setSecond(int id, int second) {
        pieces[id >>> BITS][(id & PIECE - 1) * 2 + 1] = second;
    }
}
