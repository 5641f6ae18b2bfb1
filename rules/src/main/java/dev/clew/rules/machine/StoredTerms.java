package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of terms in the form in which tables keep them: variables are slots, numbered in the order
 * of their first occurrence, so that rows which are variants of each other are equal.
 */
final class StoredTerms {
    private static final Atom ROW = Atom.of("row");

    private StoredTerms() {}

    /**
     * The stored form of the first {@code n} terms of {@code row}.
     *
     * @param variables gets their distinct variables, in the order of their slots
     */
    static Term[] store(Machine m, Term[] row, int n, List<Var> variables) {
        Term[] stored = new Term[n];
        for (int i = 0; i < n; i++) {
            Term t = row[i].deref();
            if (t instanceof Var x) {
                stored[i] = slot(x, variables);
            } else if (t instanceof Compound) {
                return storeCompounds(m, row, n, variables);
            } else {
                stored[i] = t;
            }
        }
        return stored;
    }

    private static Slot slot(Var x, List<Var> variables) {
        for (int k = 0; k < variables.size(); k++) {
            if (variables.get(k) == x) {
                return SlotCache.of(k);
            }
        }
        variables.add(x);
        return SlotCache.of(variables.size() - 1);
    }

    private static final class SlotCache {
        private static final Slot[] SMALL = new Slot[16];

        static {
            for (int i = 0; i < SMALL.length; i++) {
                SMALL[i] = new Slot(i);
            }
        }

        static Slot of(int k) {
            return k < SMALL.length ? SMALL[k] : new Slot(k);
        }
    }

    private static Term[] storeCompounds(Machine m, Term[] row, int n, List<Var> variables) {
        Term[] args = n == row.length ? row : Arrays.copyOf(row, n);
        variables.clear();
        Struct all = new Struct(Functor.of(ROW, n), args);
        return ((Struct) Copying.store(m, all, variables)).args;
    }

    /** A hash of a stored row; equal rows have equal ones. */
    static int hash(Term[] row) {
        int h = row.length;
        ArrayDeque<Term> agenda = null;
        for (Term t : row) {
            h = h * 31 + own(t);
            if (t instanceof Compound) {
                agenda = agenda == null ? new ArrayDeque<>() : agenda;
                agenda.push(t);
            }
        }
        while (agenda != null && !agenda.isEmpty()) {
            Compound c = (Compound) agenda.pop();
            for (int i = 0; i < c.arity(); i++) {
                Term t = c.arg(i);
                h = h * 31 + own(t);
                if (t instanceof Compound) {
                    agenda.push(t);
                }
            }
        }
        h *= 0x9E3779B1;
        return h ^ h >>> 15;
    }

    private static int own(Term t) {
        if (t instanceof Slot s) {
            return s.index() + 7;
        }
        return t instanceof Atomic x ? x.key() : ((Compound) t).functor().key();
    }

    /** Whether two stored rows are equal: variants of each other. */
    static boolean equal(Term[] a, Term[] b) {
        ArrayDeque<Compound> agenda = null;
        for (int i = 0; i < a.length; i++) {
            Term x = a[i];
            Term y = b[i];
            if (x == y) {
                continue;
            } else if (x instanceof Compound c && y instanceof Compound d) {
                if (c.functor() != d.functor()) {
                    return false;
                }
                agenda = agenda == null ? new ArrayDeque<>() : agenda;
                agenda.push(c);
                agenda.push(d);
            } else if (!equalLeaves(x, y)) {
                return false;
            }
        }
        return agenda == null || equal(agenda);
    }

    private static boolean equal(ArrayDeque<Compound> agenda) {
        while (!agenda.isEmpty()) {
            Compound d = agenda.pop();
            Compound c = agenda.pop();
            for (int i = 0; i < c.arity(); i++) {
                Term x = c.arg(i);
                Term y = d.arg(i);
                if (x == y) {
                    continue;
                } else if (x instanceof Compound p && y instanceof Compound q) {
                    if (p.functor() != q.functor()) {
                        return false;
                    }
                    agenda.push(p);
                    agenda.push(q);
                } else if (!equalLeaves(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean equalLeaves(@Nullable Term x, @Nullable Term y) {
        if (x instanceof Slot s) {
            return y instanceof Slot t && s.index() == t.index();
        }
        return x instanceof Atomic && x.equals(y);
    }

    /** The variables of a list as an array. */
    static Var[] array(List<Var> variables) {
        return variables.isEmpty() ? NONE : variables.toArray(NONE);
    }

    private static final Var[] NONE = {};

    /** A new list for variables. */
    static List<Var> list() {
        return new ArrayList<>(4);
    }
}
