package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Unification, copying, exceptions, limits, global variables, destructive assignment, random
 * numbers.
 */
final class SolvingBuiltins {
    private SolvingBuiltins() {}

    static void register(Registry r) {
        r.det("=", 2, (m, a) -> m.unify(a[0], a[1]));
        r.det("\\=", 2, (m, a) -> m.isDifferent(a[0], a[1]));
        r.det("unify_with_occurs_check", 2, (m, a) -> m.unifyWithOccursCheck(a[0], a[1]));
        r.det("subsumes_term", 2, (m, a) -> subsumes(m, a[0], a[1]));
        r.det("?=", 2, (m, a) -> Order.identical(a[0], a[1]) || !m.unifiable(a[0], a[1]));
        r.det("unifiable", 3, SolvingBuiltins::unifier);
        r.det("copy_term", 2, (m, a) -> m.unify(a[1], m.copy(a[0])));
        r.det("copy_term_nat", 2, (m, a) -> m.unify(a[1], m.copyPlain(a[0])));
        r.det("duplicate_term", 2, (m, a) -> m.unify(a[1], m.copy(a[0])));
        r.det("throw", 1, SolvingBuiltins::raise);
        r.det("halt", 0, (m, a) -> halt(0));
        r.det("halt", 1, (m, a) -> halt(status(a[0])));
        r.det("setarg", 3, (m, a) -> setArg(m, a, true));
        r.det("nb_setarg", 3, (m, a) -> setArg(m, a, false));
        r.det("nb_linkarg", 3, (m, a) -> setArg(m, a, false));
        r.det("nb_setval", 2, (m, a) -> setGlobal(m, a, false));
        r.det("b_setval", 2, (m, a) -> setGlobal(m, a, true));
        r.det("nb_linkval", 2, (m, a) -> setGlobal(m, a, false));
        r.det("nb_getval", 2, SolvingBuiltins::getGlobal);
        r.det("b_getval", 2, SolvingBuiltins::getGlobal);
        r.nondet("nb_current", 2, SolvingBuiltins::currentGlobals);
        r.det("garbage_collect", 0, (m, a) -> collect(m));
        r.det("garbage_collect_atoms", 0, (m, a) -> collect(m));
        r.det("trim_stacks", 0, (m, a) -> true);
        r.det("prolog_current_choice", 1, SolvingBuiltins::currentChoice);
        r.det("prolog_cut_to", 1, SolvingBuiltins::cutTo);
        r.det("$alarm_start", 3, SolvingBuiltins::startAlarm);
        r.det("$alarm_stop", 1, (m, a) -> stop(m, a, true));
        r.det("$quota_start", 3, SolvingBuiltins::startQuota);
        r.det("$quota_stop", 1, (m, a) -> stop(m, a, false));
        r.det("$new_id", 1, (m, a) -> m.unify(a[0], Int.of(m.nextId())));
        r.det("$derived", 3, LemmaProofs::derived);
        r.det("$is_answer", 1, (m, a) -> Explaining.isAnswer(a));
        r.det("$inferences", 1, (m, a) -> m.unify(a[0], Int.of(m.inferences())));
        r.det("$random", 1, (m, a) -> m.unify(a[0], Flt.of(m.db().random().nextDouble())));
        r.det("$random_int", 3, SolvingBuiltins::randomInt);
        r.det("$set_random_seed", 1, SolvingBuiltins::seed);
        r.det("$choice_points", 1, (m, a) -> m.unify(a[0], Int.of(m.choiceDepth())));
    }

    private static boolean currentChoice(Machine m, Term[] a) {
        return m.unify(a[0], new Opaque("choice", m.choice));
    }

    private static boolean cutTo(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Opaque o && o.value() instanceof Choice target)) {
            throw Errors.type("choice", t);
        } else {
            Choice c = m.choice;
            while (c != target && !Machine.isRunBottom(c)) {
                c = c.previous;
            }
            if (c != target) {
                throw Errors.existence("choice", t);
            }
            m.cutTo(target);
            return true;
        }
    }

    private static boolean raise(Machine m, Term[] a) {
        Term ball = a[0].deref();
        if (ball instanceof Var) {
            throw Errors.instantiation();
        }
        m.running = null; // the ball stays as it is (ISO 7.8.10)
        throw new PrologError(ball);
    }

    private static int status(Term t) {
        Term status = t.deref();
        if (status instanceof Var) {
            throw Errors.instantiation();
        } else if (!(status instanceof Int i)) {
            throw Errors.type("integer", status);
        } else {
            return (int) i.value();
        }
    }

    private static boolean halt(int status) {
        throw Interruption.halt(status);
    }

    /**
     * Whether {@code general} subsumes {@code specific} (ISO Cor.2, 8.2.4): they unify without
     * binding the latter.
     */
    private static boolean subsumes(Machine m, Term general, Term specific) {
        List<Var> before = Variables.of(specific);
        return m.tentatively(() -> {
            if (!Unification.unify(m, general, specific)) {
                return false;
            }
            List<Var> after = new ArrayList<>();
            for (Var v : before) {
                Term t = v.deref();
                if (!(t instanceof Var x) || !distinct(after, x)) {
                    return false;
                }
                after.add(x);
            }
            return true;
        });
    }

    private static boolean distinct(List<Var> seen, Var x) {
        for (Var y : seen) {
            if (x == y) {
                return false;
            }
        }
        return true;
    }

    /** {@code unifiable(X, Y, Unifier)}: the bindings that would make the terms equal. */
    private static boolean unifier(Machine m, Term[] a) {
        List<Term> bindings = m.bindingsOf(() -> Unification.unify(m, a[0], a[1]));
        return bindings != null && m.unify(a[2], Lists.of(bindings));
    }

    // ---- Destructive assignment ----

    private static boolean setArg(Machine m, Term[] a, boolean backtrackable) {
        Term n = a[0].deref();
        Term t = a[1].deref();
        if (n instanceof Var || t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(n instanceof Int i)) {
            throw Errors.type("integer", n);
        } else if (!(t instanceof Compound c)) {
            throw Errors.type("compound", t);
        } else {
            if (i.value() < 1 || i.value() > c.arity()) {
                return false;
            }
            if (backtrackable) {
                m.setArgUntilBacktracking(c, (int) i.value() - 1, a[2].deref());
            } else {
                c.setArg((int) i.value() - 1, m.copy(a[2]));
            }
            return true;
        }
    }

    private static Atom key(Term t) {
        Term key = t.deref();
        if (key instanceof Var) {
            throw Errors.instantiation();
        } else if (!(key instanceof Atom x)) {
            throw Errors.type("atom", key);
        } else {
            return x;
        }
    }

    private static boolean setGlobal(Machine m, Term[] a, boolean backtrackable) {
        if (backtrackable) {
            m.setGlobalUntilBacktracking(key(a[0]), a[1].deref());
        } else {
            m.setGlobal(key(a[0]), m.copy(a[1]));
        }
        return true;
    }

    private static boolean getGlobal(Machine m, Term[] a) {
        Term value = m.global(key(a[0]));
        if (value == null) {
            throw Errors.existence("variable", a[0].deref());
        }
        return m.unify(a[1], value);
    }

    private static Redo currentGlobals(Machine m, Term[] a) {
        List<Term> pairs = new ArrayList<>();
        for (Atom name : m.globalNames()) {
            Term value = m.global(name);
            if (value != null) {
                pairs.add(Struct.of(Functor.PAIR, name, value));
            }
        }
        return Redo.unifying(Struct.of(Functor.PAIR, a[0], a[1]), pairs.iterator());
    }

    /** The collector belongs to the whole JVM, so that guests may not set it off. */
    private static boolean collect(Machine m) {
        if (m.db().policy() == Policy.OPEN) {
            System.gc();
        }
        return true;
    }

    // ---- Limits ----

    private static boolean startAlarm(Machine m, Term[] a) {
        Numeric given = Arithmetic.eval(a[0]);
        double seconds =
                given instanceof Flt f
                        ? f.value()
                        : given instanceof Int i ? i.value() : Double.MAX_VALUE;
        long id = m.nextId();
        double nanos = Math.min(Math.max(0, seconds) * 1e9, 1e18);
        m.limits().startAlarm(id, System.nanoTime() + (long) nanos, m.copy(a[1]));
        return m.unify(a[2], Int.of(id));
    }

    private static boolean startQuota(Machine m, Term[] a) {
        Term limit = a[0].deref();
        if (!(limit instanceof Int n)) {
            throw limit instanceof Var ? Errors.instantiation() : Errors.type("integer", limit);
        }
        long now = m.inferences();
        long end = n.value() > Long.MAX_VALUE - now - 8 ? Long.MAX_VALUE : now + n.value() + 4;
        m.limits().startQuota(((Int) a[2].deref()).value(), end, m.copy(a[1]));
        return true;
    }

    private static boolean stop(Machine m, Term[] a, boolean alarm) {
        if (a[0].deref() instanceof Int id) {
            if (alarm) {
                m.limits().stopAlarm(id.value());
            } else {
                m.limits().stopQuota(id.value());
            }
        }
        return true;
    }

    // ---- Random numbers ----

    private static BigInteger integer(Term t) {
        Term n = t.deref();
        if (n instanceof Var) {
            throw Errors.instantiation();
        } else if (n instanceof Int i) {
            return BigInteger.valueOf(i.value());
        } else if (n instanceof BigInt b) {
            return b.value();
        }
        throw Errors.type("integer", n);
    }

    private static boolean randomInt(Machine m, Term[] a) {
        BigInteger low = integer(a[0]);
        BigInteger range = integer(a[1]).subtract(low);
        if (range.signum() <= 0) {
            return false;
        }
        RandomGenerator random = m.db().random();
        if (range.bitLength() < 63) {
            return m.unify(
                    a[2], Int.of(low.add(BigInteger.valueOf(random.nextLong(range.longValue())))));
        }
        BigInteger n;
        do {
            byte[] bytes = new byte[range.bitLength() / 8 + 2];
            random.nextBytes(bytes);
            bytes[0] = 0;
            n = new BigInteger(bytes).mod(BigInteger.ONE.shiftLeft(range.bitLength()));
        } while (n.compareTo(range) >= 0);
        return m.unify(a[2], Int.of(low.add(n)));
    }

    private static boolean seed(Machine m, Term[] a) {
        Term seed = a[0].deref();
        if (seed instanceof Int i) {
            m.db().setRandom(new Random(i.value()));
        } else if (seed instanceof BigInt b) {
            m.db().setRandom(new Random(b.value().longValue()));
        } else {
            m.db().setRandom(
                            new Random(
                                    seed instanceof Atom x && !x.name().equals("random")
                                            ? x.name().hashCode()
                                            : System.nanoTime()));
        }
        return true;
    }
}
