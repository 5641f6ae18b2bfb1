package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.List;

/** Checks of arguments that many built-ins share, and the simplest kind of solution. */
final class Arguments {
    /** What {@link #count} returns for a variable. */
    static final long UNBOUND = -1;

    private Arguments() {}

    /** Whether flag iso forbids what ISO does not know. */
    static boolean strict(Machine m) {
        return m.db().flags().is("iso", "true");
    }

    /** The term, dereferenced; an instantiation error if it is a variable. */
    static Term bound(Term term) {
        Term t = term.deref();
        if (t instanceof Var) {
            throw Errors.instantiation();
        }
        return t;
    }

    /** An integer: {@link Int} or {@link BigInt}. */
    static Numeric integer(Term term) {
        Term t = bound(term);
        if (t instanceof Int i) {
            return i;
        }
        if (t instanceof BigInt b) {
            return b;
        }
        throw Errors.type("integer", t);
    }

    /** Checks that the term is an integer or a variable. */
    static void integerOrVar(Term term) {
        if (!(term.deref() instanceof Var)) {
            integer(term);
        }
    }

    /**
     * A size or position: {@link #UNBOUND} for a variable, {@link Long#MAX_VALUE} for a big
     * integer, else the value, which must not be negative.
     */
    static long count(Term term) {
        Term t = term.deref();
        if (t instanceof Var) {
            return UNBOUND;
        }
        if (t instanceof Int i && i.value() >= 0) {
            return i.value();
        }
        if (t instanceof BigInt b && b.value().signum() > 0) {
            return Long.MAX_VALUE;
        }
        throw t instanceof Numeric && !(t instanceof Flt)
                ? Errors.domain("not_less_than_zero", t)
                : Errors.type("integer", t);
    }

    /** An atom; {@code type_error(atom, Term)} for other terms. */
    static Atom atom(Term term) {
        Term t = bound(term);
        if (t instanceof Atom a) {
            return a;
        }
        throw Errors.type("atom", t);
    }

    /** Checks that a term to be unified with a list is a list or could become one (Cor.2). */
    static void listOrPartial(Term term) {
        Term end = Lists.end(term);
        if (!(end instanceof Var) && end != Atom.NIL) {
            throw Errors.type("list", term.deref());
        }
    }

    /**
     * The items of a proper list; errors as {@link Lists#items}, but a cyclic list is a type error,
     * too.
     */
    static List<Term> items(Term list) {
        return Lists.items(list);
    }

    /** The one solution in which {@code x} unifies with {@code y}. */
    static Redo single(Term x, Term y) {
        return new Single(new Term[] {x, y});
    }

    /** The one solution in which {@code x} unifies with {@code y} and {@code v} with {@code w}. */
    static Redo single(Term x, Term y, Term v, Term w) {
        return new Single(new Term[] {x, y, v, w});
    }

    /** The one solution that binds nothing. */
    static Redo success() {
        return new Single(new Term[0]);
    }

    private static final class Single extends Redo {
        private final Term[] pairs;
        private boolean done;

        Single(Term[] pairs) {
            this.pairs = pairs;
        }

        @Override
        protected boolean attempt(Machine m) {
            done = true;
            for (int i = 0; i < pairs.length; i += 2) {
                if (!m.unify(pairs[i], pairs[i + 1])) {
                    return false;
                }
            }
            return true;
        }

        @Override
        protected boolean hasMore() {
            return !done;
        }

        @Override
        protected boolean isLast() {
            return true;
        }
    }
}
