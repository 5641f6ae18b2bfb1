package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Taking goals apart. */
final class Terms {
    static final Functor CALL = Functor.of("call", 1);
    static final Functor OR = Functor.of(";", 2);
    static final Functor BAR = Functor.of("|", 2);
    static final Functor ARROW = Functor.of("->", 2);
    static final Functor SOFT_ARROW = Functor.of("*->", 2);
    static final Functor NOT = Functor.of("\\+", 1);
    static final Functor GRAMMAR_RULE = Functor.of("-->", 2);
    static final Functor PICK_RULE = Functor.of("=>", 2);
    static final Functor DIRECTIVE = Functor.of(":-", 1);
    static final Functor QUERY = Functor.of("?-", 1);
    static final Atom CUT = Atom.of("!");

    private static final Term[] NONE = {};

    private Terms() {}

    /** The functor of an atom or compound; null for anything else. */
    static @Nullable Functor functor(Term t) {
        return t instanceof Compound c
                ? c.functor()
                : t instanceof Atom a ? Functor.of(a, 0) : null;
    }

    static Term[] arguments(Term t) {
        if (t instanceof Struct s) {
            return s.args;
        } else if (t instanceof Compound c) {
            return new Term[] {c.arg(0), c.arg(1)};
        }
        return NONE;
    }

    /** A goal with further arguments, as {@code call/N} makes it; null if it cannot be called. */
    static @Nullable Term extended(Term goal, Term[] more) {
        if (more.length == 0) {
            return goal;
        }
        if (goal instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom) {
            Term inner = extended(s.args[1].deref(), more);
            return inner == null ? null : Struct.of(Functor.COLON, s.args[0], inner);
        }
        Functor f = functor(goal);
        if (f == null) {
            return null;
        }
        Term[] own = arguments(goal);
        Term[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return Struct.of(f.name(), all);
    }

    /** Whether a term has that name and number of arguments. */
    static boolean is(Term t, String name, int arity) {
        Functor f = functor(t);
        return f != null && f.arity() == arity && f.name().name().equals(name);
    }

    /** Name and arity as a key, {@code foo/2}, with no quotes. */
    static String key(Functor f) {
        return f.name().name() + "/" + f.arity();
    }

    /** The module that stands in front of a goal, the innermost of several; null if none does. */
    static @Nullable Atom module(Term goal) {
        Atom module = null;
        Term t = goal.deref();
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom m) {
            module = m;
            t = s.args[1].deref();
        }
        return module;
    }

    /** Whether no different modules stand in front of two goals. */
    static boolean mayShareModule(Term a, Term b) {
        Atom x = module(a);
        Atom y = module(b);
        return x == null || y == null || x == y;
    }

    /** A goal under the name of the predicate that it means. */
    static Term named(Term goal, Functor f) {
        Functor own = functor(goal);
        return own == null || own == f || own.arity() != f.arity()
                ? goal
                : Struct.of(f.name(), arguments(goal));
    }

    /** A term without modules in front of any part of it. */
    static Term bare(Term term) {
        Term[] result = {term};
        ArrayDeque<Place> places = new ArrayDeque<>();
        places.push(new Place(result, 0));
        while (!places.isEmpty()) {
            Place p = places.pop();
            Term t = plain(p.terms[p.index]);
            p.terms[p.index] = t;
            if (t instanceof Compound c) {
                Term[] args = arguments(c).clone();
                p.terms[p.index] = Struct.of(c.name(), args);
                for (int i = 0; i < args.length; i++) {
                    places.push(new Place(args, i));
                }
            }
        }
        return result[0];
    }

    private record Place(Term[] terms, int index) {}

    /** A goal without the modules in front of it. */
    static Term plain(Term goal) {
        Term t = goal.deref();
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom) {
            t = s.args[1].deref();
        }
        return t;
    }
}
