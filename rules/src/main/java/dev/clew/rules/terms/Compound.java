package dev.clew.rules.terms;

/**
 * A compound term: a functor with arguments. List cells are {@link Cons}, all others {@link
 * Struct}.
 */
public abstract sealed class Compound extends Term permits Cons, Struct {
    Compound() {}

    /** Name and arity. */
    public abstract Functor functor();

    /** The name of the functor. */
    public abstract Atom name();

    /** The number of arguments (0 only for terms written {@code foo()}, which exist beyond ISO). */
    public abstract int arity();

    /** The argument at {@code index}, counted from 0; not dereferenced. */
    public abstract Term arg(int index);

    /**
     * Replaces the argument at {@code index} (from 0) in place. The engine records it where
     * backtracking must undo it.
     */
    public abstract void setArg(int index, Term value);
}
