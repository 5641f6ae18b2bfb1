package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.Arrays;

/**
 * A fact that has hardly been used yet: its stored head is unified as it is, since most facts of a
 * large or changing relation are met only a few times. After some uses the fact is prepared like
 * any other clause.
 */
final class StoredFact extends Clause.Prepared {
    private static final int FEW = 8;
    private static final int SHALLOW = 64;
    private static final Pattern[] NO_PATTERNS = {};
    private static final Guard[] NO_GUARDS = {};

    private final Clause clause;
    private int uses;

    StoredFact(Clause clause) {
        super(NO_PATTERNS, clause.slots, NO_GUARDS, false, Proceed.INSTANCE, Proceed.INSTANCE);
        this.clause = clause;
    }

    @Override
    boolean unifyHead(Machine m) {
        if (++uses > FEW) {
            clause.prepareFully();
        }
        if (!(clause.head instanceof Compound head)) {
            return true;
        }
        int slots = clause.slots;
        if (slots > 0) {
            m.needScratch(slots);
            Arrays.fill(m.scratch, 0, slots, null);
        }
        Term[] v = m.scratch;
        if (head instanceof Struct s) {
            Term[] args = s.args;
            for (int i = 0; i < args.length; i++) {
                if (!unify(m, args[i], m.a[i], v, 0)) {
                    return false;
                }
            }
            return true;
        }
        Cons cell = (Cons) head;
        return unify(m, cell.head, m.a[0], v, 0) && unify(m, cell.tail, m.a[1], v, 0);
    }

    private static boolean unify(Machine m, Term stored, Term actual, Term[] v, int depth) {
        if (stored instanceof Slot s) {
            Term before = v[s.index()];
            if (before == null) {
                v[s.index()] = actual.deref();
                return true;
            }
            return m.unify(before, actual);
        }
        Term t = actual.deref();
        if (t instanceof Var x) {
            m.bind(x, Renaming.fresh(m, stored, v));
            return true;
        } else if (stored instanceof Atom) {
            return stored == t;
        } else if (stored instanceof Int i) {
            return t instanceof Int j && i.value() == j.value();
        } else if (stored instanceof Struct s) {
            return t instanceof Struct u
                    && s.functor() == u.functor()
                    && unifyArguments(m, s, u, v, depth);
        } else if (stored instanceof Cons c) {
            return t instanceof Cons d && unifyLists(m, c, d, v, depth);
        }
        return stored.equals(t);
    }

    private static boolean unifyArguments(Machine m, Struct s, Struct u, Term[] v, int depth) {
        if (depth > SHALLOW) {
            return m.unify(Renaming.fresh(m, s, v), u);
        }
        for (int i = 0; i < s.args.length; i++) {
            if (!unify(m, s.args[i], u.args[i], v, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean unifyLists(Machine m, Cons c, Cons d, Term[] v, int depth) {
        if (depth > SHALLOW) {
            return m.unify(Renaming.fresh(m, c, v), d);
        }
        while (true) {
            if (!unify(m, c.head, d.head, v, depth + 1)) {
                return false;
            }
            Term rest = d.tail.deref();
            if (!(c.tail instanceof Cons more) || !(rest instanceof Cons further)) {
                return unify(m, c.tail, rest, v, depth + 1);
            }
            c = more;
            d = further;
        }
    }
}
