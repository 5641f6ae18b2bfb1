package dev.clew.rules.terms;

/** A constant: an atom, a number, a string or an opaque Java value. */
public abstract sealed class Atomic extends Term permits Atom, Numeric, Str, Opaque, Slot {
    Atomic() {}

    /** A non-zero hash used to choose clauses: equal constants have equal keys. */
    public abstract int key();
}
