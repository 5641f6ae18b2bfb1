package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * A copy of the upper parts of a goal, with {@code ...} for the rest, made in bounded time: enough
 * to show it to a reader. It shares the variables of the goal.
 */
final class Excerpt {
    /** Stands for what is left out or not known. */
    static final Atom REST = Atom.of("...");

    private static final int DEPTH = 6;
    private static final int PARTS = 40;
    private static final int ARGUMENTS = 20;
    private static final int ELEMENTS = 10;

    private int parts;

    private Excerpt() {}

    /** Of a goal that is given by its parts. */
    static Term of(Functor functor, Term[] args) {
        Excerpt excerpt = new Excerpt();
        Term[] copies = new Term[Math.min(args.length, ARGUMENTS)];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = excerpt.copy(args[i], 1);
        }
        return rebuilt(functor, copies);
    }

    private static Term rebuilt(Functor f, Term[] args) {
        if (args.length == 0 && f.arity() == 0) {
            return f.name();
        } else if (args.length < f.arity()) {
            args[args.length - 1] = REST;
            return Struct.of(Functor.of(f.name(), args.length), args);
        }
        return f == Functor.CONS ? new Cons(args[0], args[1]) : Struct.of(f, args);
    }

    /** Registers whose values nobody needs any more are null. */
    private Term copy(@Nullable Term term, int depth) {
        if (term == null) {
            return REST;
        }
        Term t = term.deref();
        if (!(t instanceof Compound c) || c.arity() == 0) {
            return t;
        } else if (depth > DEPTH || parts > PARTS) {
            return REST;
        } else if (t instanceof Cons cell) {
            return list(cell, depth);
        }
        Term[] args = new Term[Math.min(c.arity(), ARGUMENTS)];
        parts += args.length;
        for (int i = 0; i < args.length; i++) {
            args[i] = copy(c.arg(i), depth + 1);
        }
        return rebuilt(c.functor(), args);
    }

    private Term list(Cons list, int depth) {
        Cons first = new Cons(copy(list.head, depth + 1), REST);
        Cons last = first;
        Term rest = list.tail.deref();
        for (int i = 1; rest instanceof Cons c && i < ELEMENTS && ++parts <= PARTS; i++) {
            Cons cell = new Cons(copy(c.head, depth + 1), REST);
            last.tail = cell;
            last = cell;
            rest = c.tail.deref();
        }
        if (!(rest instanceof Cons)) {
            last.tail = copy(rest, depth + 1);
        }
        return first;
    }
}
