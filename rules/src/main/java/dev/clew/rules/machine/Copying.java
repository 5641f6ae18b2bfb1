package dev.clew.rules.machine;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Trees;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Copies running terms: with fresh variables ({@code copy_term/2}, solutions, thrown balls), or
 * with slots for variables (clauses to be stored). Deep and cyclic terms are copied without Java
 * recursion.
 */
final class Copying {
    private static final int SHALLOW = 64;
    private static final int LOOK = (1 << 18) - 1;
    private static final int LARGE = 1000;
    private static final long LARGEST_SHARED = 1 << 24;
    private static final int FEW = 8;
    private static final int CYCLE_SUSPICION = 1_000_000;
    private static final Var[] NO_VARIABLES = {};

    private final Machine m;
    private final boolean attributes;
    private final boolean store;
    private int slots;
    private int variables;
    private int steps;
    private Var[] from = NO_VARIABLES;
    private Term[] to = NO_VARIABLES;
    private int known;
    private @Nullable IdentityHashMap<Var, Term> many;
    private @Nullable IdentityHashMap<Compound, Compound> met;
    private @Nullable Set<Compound> numbered;

    private Copying(Machine m, boolean attributes, boolean store) {
        this.m = m;
        this.attributes = attributes;
        this.store = store;
    }

    static Term copy(Machine m, Term term, boolean attributes) {
        Term t = term.deref();
        if (t instanceof Atomic) {
            return t;
        }
        Copying copying = new Copying(m, attributes, false);
        Term copy = copying.copy(t, 0);
        if (copying.steps > LARGE) {
            m.worked(copying.steps);
        }
        return copy;
    }

    /** A term whose variables are slots, and how many there are. */
    record Stored(Term term, int slots) {}

    static Stored store(Machine m, Term t) {
        Copying copying = new Copying(m, false, true);
        return new Stored(copying.stored(t), copying.slots);
    }

    /**
     * A term whose variables are slots.
     *
     * @param variables gets the variables in the order of their slots
     */
    static Term store(Machine m, Term t, List<Var> variables) {
        Copying copying = new Copying(m, false, true);
        Term stored = copying.stored(t);
        if (copying.steps > LARGE) {
            m.worked(copying.steps);
        }
        for (int i = 0; i < copying.slots; i++) {
            variables.add(copying.from[i]);
        }
        return stored;
    }

    private Term stored(Term t) {
        Term stored = copy(t, 0);
        if (met != null) {
            checkStored(stored, steps);
        }
        return stored;
    }

    /** Clauses share nothing with their instances, so that a small term may need endless ones. */
    private static void checkStored(Term stored, long parts) {
        if (!Trees.isFinite(stored)) {
            throw Errors.representation("cyclic_term");
        }
        long size = Trees.size(stored);
        if (size > LARGEST_SHARED && size / 4 > parts) {
            throw Errors.resource("memory");
        }
    }

    private Term copy(Term t, int depth) {
        t = t.deref();
        if (t instanceof Var x) {
            return variable(x);
        }
        if (!(t instanceof Compound c)) {
            return t;
        }
        if (depth > SHALLOW || steps > CYCLE_SUSPICION) {
            return deep(c);
        }
        if (c instanceof Struct s) {
            step();
            Term[] args = new Term[s.args.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = copy(s.args[i], depth + 1);
            }
            return new Struct(s.functor(), args);
        }
        Cons cell = (Cons) c;
        Cons first = new Cons(copy(cell.head, depth + 1), Atom.NIL);
        Cons last = first;
        Term rest = cell.tail.deref();
        while (rest instanceof Cons more && step() <= CYCLE_SUSPICION) {
            Cons added = new Cons(copy(more.head, depth + 1), Atom.NIL);
            last.tail = added;
            last = added;
            rest = more.tail.deref();
        }
        last.tail = copy(rest, depth + 1);
        return first;
    }

    /** Counts a new compound; now and then looks whether the machine may go on. */
    private int step() {
        if ((++steps & LOOK) == 0) {
            m.limits.checkAll();
        }
        return steps;
    }

    private Term variable(Var x) {
        if (many == null) {
            for (int i = 0; i < known; i++) {
                if (from[i] == x) {
                    return to[i];
                }
            }
        } else {
            Term image = many.get(x);
            if (image != null) {
                return image;
            }
        }
        Watch.check(++variables);
        Term image = store ? new Slot(slots++) : m.newVar();
        remember(x, image);
        Term attached = x.attributes;
        if (attached != null && attributes && image instanceof Var copy) {
            copy.attributes = copy(attached, SHALLOW + 1);
        }
        return image;
    }

    private void remember(Var x, Term image) {
        if (known == from.length) {
            int room = Math.max(FEW, known * 2);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room, Term[].class);
        }
        from[known] = x;
        to[known++] = image;
        if (many != null) {
            many.put(x, image);
        } else if (known > FEW) {
            many = new IdentityHashMap<>();
            for (int i = 0; i < known; i++) {
                many.put(from[i], to[i]);
            }
        }
    }

    private @Nullable Compound metBefore(Compound c) {
        return met == null ? null : met.get(c);
    }

    private Compound blank(Compound c) {
        Compound copy =
                c instanceof Struct s
                        ? new Struct(s.functor(), s.args.clone())
                        : new Cons(((Cons) c).head, ((Cons) c).tail);
        if (step() > CYCLE_SUSPICION) {
            if (met == null) {
                met = new IdentityHashMap<>();
            }
            met.put(c, copy);
        }
        return copy;
    }

    private Term deep(Compound root) {
        Compound before = metBefore(root);
        if (before != null) {
            return before;
        }
        Compound copy = blank(root);
        ArrayDeque<Compound> agenda = new ArrayDeque<>();
        agenda.push(copy);
        while (!agenda.isEmpty()) {
            Compound c = agenda.pop();
            for (int i = c.arity() - 1; i >= 0; i--) {
                Term arg = c.arg(i).deref();
                if (arg instanceof Compound inner) {
                    Compound known = metBefore(inner);
                    if (known == null) {
                        known = blank(inner);
                        agenda.push(known);
                    }
                    c.setArg(i, known);
                } else {
                    c.setArg(i, arg);
                }
            }
        }
        return numberLeaves(copy);
    }

    /**
     * Replaces the variables of a fresh copy, from left to right, so that their numbering is that
     * of a plain walk.
     */
    private Term numberLeaves(Compound copy) {
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(copy);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop();
            if (!(t instanceof Compound c) || (met != null && !isFirstNumbering(c))) {
                continue;
            }
            for (int i = 0; i < c.arity(); i++) {
                if (c.arg(i) instanceof Var x) {
                    c.setArg(i, variable(x));
                }
            }
            for (int i = c.arity() - 1; i >= 0; i--) {
                if (c.arg(i) instanceof Compound) {
                    agenda.push(c.arg(i));
                }
            }
        }
        return copy;
    }

    private boolean isFirstNumbering(Compound c) {
        if (numbered == null) {
            numbered = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        return numbered.add(c);
    }
}
