package dev.clew.rules.machine;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.MetPairs;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Unification without occurs check (ISO 7.3.2). The last argument is followed in a loop, others by
 * shallow recursion, deeper ones by an explicit stack; after many steps, pairs already met are
 * assumed to unify, so that cyclic terms end too.
 */
final class Unification {
    private static final int SHALLOW = 200;
    private static final int CYCLE_SUSPICION = 1_000_000;

    private Unification() {}

    static boolean unify(Machine m, Term a, Term b) {
        m.unifySteps = 0;
        m.unifyMet = null;
        return unify(m, a, b, 0);
    }

    private static boolean unify(Machine m, Term a, Term b, int depth) {
        while (true) {
            a = a.deref();
            b = b.deref();
            if (a == b) {
                return true;
            }
            if (a instanceof Var x) {
                bindTo(m, x, b);
                return true;
            }
            if (b instanceof Var y) {
                m.bind(y, a);
                return true;
            }
            if (a instanceof Cons c) {
                if (!(b instanceof Cons d)) {
                    return false;
                }
                if (depth >= SHALLOW || ++m.unifySteps > CYCLE_SUSPICION) {
                    return deep(m, a, b);
                }
                if (!unify(m, c.head, d.head, depth + 1)) {
                    return false;
                }
                a = c.tail;
                b = d.tail;
            } else if (a instanceof Struct s) {
                if (!(b instanceof Struct t) || s.functor() != t.functor()) {
                    return false;
                }
                int last = s.args.length - 1;
                if (last < 0) {
                    return true;
                }
                if (depth >= SHALLOW || ++m.unifySteps > CYCLE_SUSPICION) {
                    return deep(m, a, b);
                }
                for (int i = 0; i < last; i++) {
                    if (!unify(m, s.args[i], t.args[i], depth + 1)) {
                        return false;
                    }
                }
                a = s.args[last];
                b = t.args[last];
            } else {
                return a.equals(b);
            }
        }
    }

    private static void bindTo(Machine m, Var x, Term b) {
        if (b instanceof Var y && (isPlain(x) == isPlain(y) ? x.serial < y.serial : isPlain(y))) {
            m.bind(y, x);
        } else {
            m.bind(x, b);
        }
    }

    private static boolean isPlain(Var x) {
        return x.attributes == null;
    }

    private static boolean deep(Machine m, Term a, Term b) {
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(b);
        agenda.push(a);
        while (!agenda.isEmpty()) {
            Term x = agenda.pop().deref();
            Term y = agenda.pop().deref();
            if (x == y) {
                continue;
            }
            if (x instanceof Compound c && y instanceof Compound d) {
                if (c.functor() != d.functor()) {
                    return false;
                }
                Watch.check(++m.unifySteps);
                if (m.unifySteps > CYCLE_SUSPICION && !isFirstMeeting(m, c, d)) {
                    continue;
                }
                for (int i = c.arity() - 1; i >= 0; i--) {
                    agenda.push(d.arg(i));
                    agenda.push(c.arg(i));
                }
            } else if (!unify(m, x, y, 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The pairs are kept for the whole unification, since it may come here from many places of the
     * same cyclic terms.
     */
    private static boolean isFirstMeeting(Machine m, Compound c, Compound d) {
        MetPairs met = m.unifyMet;
        if (met == null) {
            met = new MetPairs();
            m.unifyMet = met;
        }
        return met.add(c, d);
    }

    /** Unification with occurs check: fails where the result would be cyclic. */
    static boolean unifyWithOccursCheck(Machine m, Term a, Term b) {
        m.unifySteps = 0;
        m.unifyMet = null;
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(b);
        agenda.push(a);
        while (!agenda.isEmpty()) {
            Term x = agenda.pop().deref();
            Term y = agenda.pop().deref();
            if (x == y) {
                continue;
            }
            if (x instanceof Var v) {
                if (y instanceof Compound c && occurs(v, c)) {
                    return false;
                }
                bindTo(m, v, y);
            } else if (y instanceof Var v) {
                if (occurs(v, x)) {
                    return false;
                }
                m.bind(v, x);
            } else if (x instanceof Compound c && y instanceof Compound d) {
                if (c.functor() != d.functor()) {
                    return false;
                }
                Watch.check(++m.unifySteps);
                if (m.unifySteps > CYCLE_SUSPICION && !isFirstMeeting(m, c, d)) {
                    continue;
                }
                for (int i = c.arity() - 1; i >= 0; i--) {
                    agenda.push(d.arg(i));
                    agenda.push(c.arg(i));
                }
            } else if (!x.equals(y)) {
                return false;
            }
        }
        return true;
    }

    private static boolean occurs(Var v, Term t) {
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        Set<Compound> seen = null;
        int steps = 0;
        agenda.push(t);
        while (!agenda.isEmpty()) {
            Term x = agenda.pop().deref();
            if (x == v) {
                return true;
            }
            if (x instanceof Compound c) {
                Watch.check(++steps);
                if (steps > CYCLE_SUSPICION) {
                    seen = seen == null ? Collections.newSetFromMap(new IdentityHashMap<>()) : seen;
                    if (!seen.add(c)) {
                        continue;
                    }
                }
                for (int i = c.arity() - 1; i >= 0; i--) {
                    agenda.push(c.arg(i));
                }
            }
        }
        return false;
    }
}
