package dev.clew.rules.terms;

/** A list cell, {@code '.'(Head, Tail)}. */
public final class Cons extends Compound {
    /** First argument. */
    public Term head;

    /** Second argument. */
    public Term tail;

    /** The cell {@code [head|tail]}. */
    public Cons(Term head, Term tail) {
        this.head = head;
        this.tail = tail;
    }

    @Override
    public Functor functor() {
        return Functor.CONS;
    }

    @Override
    public Atom name() {
        return Functor.CONS.name();
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Term arg(int index) {
        return index == 0 ? head : tail;
    }

    @Override
    public void setArg(int index, Term value) {
        if (index == 0) {
            head = value;
        } else {
            tail = value;
        }
    }
}
