package dev.clew.rules.terms;

/**
 * A term: the one kind of data that rules speak of (ISO/IEC 13211-1, 7.1).
 *
 * <p>A term is a variable, an atomic value or a compound. Terms are compared by identity in Java;
 * use {@link Order#compare} for the standard order and {@link Order#identical} for {@code ==/2}.
 */
public abstract sealed class Term permits Var, Atomic, Compound, Internal {
    Term() {}

    /** The value at the end of a chain of bound variables: never a bound variable. */
    public final Term deref() {
        Term t = this;
        while (t instanceof Var v) {
            Term next = v.ref;
            if (next == null) {
                return v;
            }
            t = next;
        }
        return t;
    }

    /** Whether the term is neither a variable nor a compound. */
    public final boolean isAtomic() {
        return deref() instanceof Atomic;
    }

    /** Whether the term is an atom or a compound (7.1.6.4: callable). */
    public final boolean isCallable() {
        Term t = deref();
        return t instanceof Atom || t instanceof Compound;
    }

    /**
     * The term in canonical text (quoted, operators as operators); meant for messages and
     * debugging.
     */
    @Override
    public final String toString() {
        return DebugText.of(this);
    }
}
