package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/**
 * A test that binds nothing and leaves nothing behind: it can decide between clauses before any
 * choice point is made.
 */
abstract class Guard {
    /** Whether the test holds for the variables {@code v}. */
    abstract boolean test(Machine m, Term[] v);

    /** The kinds of one-argument type tests. */
    enum Kind {
        VAR,
        NONVAR,
        ATOM,
        NUMBER,
        INTEGER,
        FLOAT,
        ATOMIC,
        COMPOUND,
        CALLABLE,
        STRING
    }

    /** {@code var/1}, {@code atom/1} and so on. */
    static final class TypeTest extends Guard {
        final Kind kind;
        final Pattern argument;

        TypeTest(Kind kind, Pattern argument) {
            this.kind = kind;
            this.argument = argument;
        }

        @Override
        boolean test(Machine m, Term[] v) {
            Term t = Pattern.build(argument, m, v).deref();
            return switch (kind) {
                case VAR -> t instanceof Var;
                case NONVAR -> !(t instanceof Var);
                case ATOM -> t instanceof Atom;
                case NUMBER -> t instanceof Numeric;
                case INTEGER -> t instanceof Int || t instanceof BigInt;
                case FLOAT -> t instanceof Flt;
                case ATOMIC -> t instanceof Atomic;
                case COMPOUND -> t instanceof Compound;
                case CALLABLE -> t instanceof Compound || t instanceof Atom;
                case STRING -> t instanceof Str;
            };
        }
    }

    /** {@code ==/2} and {@code \==/2}. */
    static final class Identity extends Guard {
        final Pattern left;
        final Pattern right;
        final boolean same;

        Identity(Pattern left, Pattern right, boolean same) {
            this.left = left;
            this.right = right;
            this.same = same;
        }

        @Override
        boolean test(Machine m, Term[] v) {
            return Order.identical(Pattern.build(left, m, v), Pattern.build(right, m, v)) == same;
        }
    }

    /** {@code @</2} and its like; {@code when} is a mask: 1 less, 2 equal, 4 greater. */
    static final class TermOrder extends Guard {
        final Pattern left;
        final Pattern right;
        final int when;

        TermOrder(Pattern left, Pattern right, int when) {
            this.left = left;
            this.right = right;
            this.when = when;
        }

        @Override
        boolean test(Machine m, Term[] v) {
            int c = Order.compare(Pattern.build(left, m, v), Pattern.build(right, m, v));
            return (when & (c < 0 ? 1 : c == 0 ? 2 : 4)) != 0;
        }
    }

    /** {@code \=/2}. */
    static final class NotUnifiable extends Guard {
        final Pattern left;
        final Pattern right;

        NotUnifiable(Pattern left, Pattern right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(Machine m, Term[] v) {
            return m.isDifferent(Pattern.build(left, m, v), Pattern.build(right, m, v));
        }
    }

    /** {@code =:=/2}, {@code </2} and so on; {@code when} is a mask: 1 less, 2 equal, 4 greater. */
    static final class Comparison extends Guard {
        private static final String[] NAMES = {"", "<", "=:=", "=<", ">", "=\\=", ">="};

        final Expression left;
        final Expression right;
        final int when;

        Comparison(Expression left, Expression right, int when) {
            this.left = left;
            this.right = right;
            this.when = when;
        }

        @Override
        boolean test(Machine m, Term[] v) {
            Numeric x;
            Numeric y;
            try {
                x = left.eval(m, v);
                y = right.eval(m, v);
            } catch (PrologError e) {
                m.running = m.db().system().predicate(Functor.of(NAMES[when], 2));
                Term[] before = v.clone();
                Term[] goal = {left.build(m, before), right.build(m, before)};
                throw m.failedIn(m.running, goal, e);
            }
            if (x instanceof Int i && y instanceof Int j) {
                long p = i.value();
                long q = j.value();
                return (when & (p < q ? 1 : p == q ? 2 : 4)) != 0;
            }
            if (isNan(x) || isNan(y)) {
                return when == 5;
            }
            int c = Arithmetic.compare(x, y);
            return (when & (c < 0 ? 1 : c == 0 ? 2 : 4)) != 0;
        }

        private static boolean isNan(Numeric x) {
            return x instanceof Flt f && Double.isNaN(f.value());
        }
    }
}
