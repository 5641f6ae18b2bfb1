package dev.clew.plans.pddl.states;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/** So many words for each state of a {@link StateTable}, by its number. */
public final class Longs {
    private static final int PIECE_BITS = 12;
    private static final int PIECE = 1 << PIECE_BITS;

    private final int width;
    private long[][] pieces = new long[8][];
    private int made;

    /** So many words a state, all 0. */
    public Longs(int width) {
        this.width = width;
    }

    /** A word of a state. */
    public long get(int id, int word) {
        return pieces[id >>> PIECE_BITS][(id & PIECE - 1) * width + word];
    }

    /** Sets a word of a state. */
    public void set(int id, int word, long value) {
        int p = id >>> PIECE_BITS;
        while (p >= made) {
            if (made == pieces.length) {
                pieces = Arrays.copyOf(pieces, made * 2);
            }
            Watch.reserve(8L * PIECE * width);
            pieces[made++] = new long[PIECE * width];
        }
        pieces[p][(id & PIECE - 1) * width + word] = value;
    }
}
