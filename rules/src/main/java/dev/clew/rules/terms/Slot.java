package dev.clew.rules.terms;

/**
 * A variable of a stored clause: a place to be filled with a fresh variable each time the clause is
 * used.
 */
public final class Slot extends Atomic {
    private final int index;

    /** The variable numbered {@code index} (from 0) of its clause. */
    public Slot(int index) {
        this.index = index;
    }

    /** The number of the variable within its clause, from 0. */
    public int index() {
        return index;
    }

    @Override
    public int key() {
        return 0;
    }
}
