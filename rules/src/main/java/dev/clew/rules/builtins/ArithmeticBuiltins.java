package dev.clew.rules.builtins;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.arithmetic.Evaluable;
import dev.clew.rules.arithmetic.Evaluables;
import dev.clew.rules.arithmetic.Roots;
import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Evaluation (ISO 8.6), comparison of values (8.7), and arithmetic as relations between integers.
 */
public final class ArithmeticBuiltins {
    private static final Numeric ONE = Int.of(1);

    private ArithmeticBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("is", 2, new One(0));
        r.det("=:=", 2, new One(1));
        r.det("=\\=", 2, new One(2));
        r.det("<", 2, new One(3));
        r.det("=<", 2, new One(4));
        r.det(">", 2, new One(5));
        r.det(">=", 2, new One(6));
        r.det("succ", 2, new One(7));
        r.det("plus", 3, new One(8));
        r.det("divmod", 4, new One(9));
        r.det("nth_integer_root_and_remainder", 4, new One(10));
        r.nondet("between", 3, new Many(0));
        r.nondet("current_arithmetic_function", 1, new Many(1));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return m.unify(a[0], value(m, a[1]));
                case 1:
                    return Arithmetic.equal(value(m, a[0]), value(m, a[1]));
                case 2:
                    return !Arithmetic.equal(value(m, a[0]), value(m, a[1]));
                case 3:
                    return Arithmetic.less(value(m, a[0]), value(m, a[1]));
                case 4:
                    return Arithmetic.lessOrEqual(value(m, a[0]), value(m, a[1]));
                case 5:
                    Numeric low = value(m, a[0]);
                    return Arithmetic.less(value(m, a[1]), low);
                case 6:
                    Numeric high = value(m, a[0]);
                    return Arithmetic.lessOrEqual(value(m, a[1]), high);
                case 7:
                    return succ(m, a[0].deref(), a[1].deref());
                case 8:
                    return plus(m, a);
                case 9:
                    return divmod(m, a);
                default:
                    return root(m, a);
            }
        }
    }

    private record Many(int code) implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            return code == 0 ? between(a) : functions(m, a[0]);
        }
    }

    private static Numeric value(Machine m, Term expression) {
        return Arithmetic.eval(expression, m.arithmetic());
    }

    private static boolean succ(Machine m, Term x, Term y) {
        if (x instanceof Var) {
            Numeric after = notNegative(y);
            return !Arithmetic.equal(after, Int.of(0))
                    && m.unify(x, Arithmetic.subtract(after, ONE));
        }
        Numeric before = notNegative(x);
        if (!(y instanceof Var)) {
            notNegative(y);
        }
        return m.unify(y, Arithmetic.add(before, ONE));
    }

    private static Numeric notNegative(Term term) {
        Numeric n = Arguments.integer(term);
        if (Arithmetic.less(n, Int.of(0))) {
            throw Errors.domain("not_less_than_zero", n);
        }
        return n;
    }

    private static boolean plus(Machine m, Term[] a) {
        for (Term term : a) {
            Arguments.integerOrVar(term);
        }
        if (a[2].deref() instanceof Var) {
            return m.unify(a[2], Arithmetic.add(Arguments.integer(a[0]), Arguments.integer(a[1])));
        }
        Numeric sum = Arguments.integer(a[2]);
        if (a[1].deref() instanceof Var) {
            return m.unify(a[1], Arithmetic.subtract(sum, Arguments.integer(a[0])));
        }
        return m.unify(a[0], Arithmetic.subtract(sum, Arguments.integer(a[1])));
    }

    private static boolean divmod(Machine m, Term[] a) {
        Numeric dividend = Arguments.integer(a[0]);
        Numeric divisor = Arguments.integer(a[1]);
        return m.unify(a[2], Arithmetic.floorDivide(dividend, divisor))
                && m.unify(a[3], Arithmetic.mod(dividend, divisor));
    }

    /**
     * {@code nth_integer_root_and_remainder(N, I, Root, Remainder)}: {@code I} is {@code Root ** N
     * + Remainder}.
     */
    private static boolean root(Machine m, Term[] a) {
        Numeric n = Arguments.integer(a[0]);
        Numeric i = Arguments.integer(a[1]);
        Numeric root = Roots.integerRoot(n, i);
        Numeric power = Arithmetic.power(root, n, m.arithmetic());
        return m.unify(a[2], root) && m.unify(a[3], Arithmetic.subtract(i, power));
    }

    // ---- between

    private static @Nullable Redo between(Term[] a) {
        Numeric low = Arguments.integer(a[0]);
        Term bound = Arguments.bound(a[1]);
        boolean endless =
                bound instanceof Atom atom
                        && (atom.name().equals("inf") || atom.name().equals("infinite"));
        Numeric high = endless ? null : Arguments.integer(bound);
        Term x = a[2].deref();
        if (x instanceof Var v) {
            return high != null && Arithmetic.less(high, low) ? null : new Range(v, low, high);
        }
        Numeric n = Arguments.integer(x);
        boolean within =
                Arithmetic.lessOrEqual(low, n) && (high == null || Arithmetic.lessOrEqual(n, high));
        return within ? Arguments.success() : null;
    }

    private static final class Range extends Redo {
        private final Var x;
        private final @Nullable Numeric high;
        private @Nullable Numeric next;

        Range(Var x, Numeric low, @Nullable Numeric high) {
            this.x = x;
            this.next = low;
            this.high = high;
        }

        @Override
        protected boolean attempt(Machine m) {
            Numeric n = next;
            if (n == null) {
                return false;
            }
            next = high != null && !Arithmetic.less(n, high) ? null : Arithmetic.add(n, ONE);
            return m.unify(x, n);
        }

        @Override
        protected boolean hasMore() {
            return next != null;
        }
    }

    // ---- reflection

    private static @Nullable Redo functions(Machine m, Term head) {
        Term t = head.deref();
        if (!(t instanceof Var)) {
            Functor f = t instanceof Compound c ? c.functor() : Functor.of(Arguments.atom(t), 0);
            return Evaluables.find(f) == null ? null : Arguments.success();
        }
        List<Term> heads = new ArrayList<>();
        for (Evaluable e : Evaluables.all()) {
            Term[] args = new Term[e.functor().arity()];
            for (int i = 0; i < args.length; i++) {
                args[i] = m.newVar();
            }
            heads.add(args.length == 0 ? e.functor().name() : Struct.of(e.functor(), args));
        }
        return Redo.unifying(t, heads.iterator());
    }
}
