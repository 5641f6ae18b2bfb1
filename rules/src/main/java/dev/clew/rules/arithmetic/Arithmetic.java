package dev.clew.rules.arithmetic;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/**
 * Values of expressions and the operations that programs use most. Each operation tries two 64-bit
 * integers first; results that overflow become big integers.
 */
public final class Arithmetic {
    /** Expressions nested deeper than this are evaluated with a stack on the heap. */
    private static final int RECURSION = 100;

    /** At so many levels, and again after so many: expressions may share their parts. */
    private static final int LOOK = 15;

    private Arithmetic() {}

    // ---- evaluation

    /** The value of an expression under the standard's defaults. */
    public static Numeric eval(Term expression) {
        return eval(expression, ArithmeticContext.STANDARD);
    }

    /**
     * The value of an expression (ISO 7.9.1).
     *
     * @throws PrologError as ISO 9.1 to 9.4 say
     */
    public static Numeric eval(Term expression, ArithmeticContext context) {
        return eval(expression, context, 0);
    }

    private static Numeric eval(Term expression, ArithmeticContext context, int depth) {
        Term t = expression.deref();
        if (t instanceof Int i) {
            return i;
        }
        if (!(t instanceof Struct s)) {
            return t instanceof Cons c ? eval(element(c), context, depth) : constant(t, context);
        }
        if ((depth & LOOK) == LOOK) {
            Watch.check();
            if (depth >= RECURSION) {
                return new DeepEvaluation(context).eval(s);
            }
        }
        Evaluable e = Evaluables.get(s.functor());
        Term[] args = s.args;
        if (args.length == 2) {
            Numeric x = eval(args[0], context, depth + 1);
            return e.apply2(x, eval(args[1], context, depth + 1), context);
        }
        return args.length == 1
                ? e.apply1(eval(args[0], context, depth + 1), context)
                : e.apply0(context);
    }

    /** The value of an expression that has no arguments. */
    static Numeric constant(Term t, ArithmeticContext context) {
        if (t instanceof Numeric n) {
            return n;
        }
        if (t instanceof Atom a) {
            return Evaluables.get(Functor.of(a, 0)).apply0(context);
        }
        if (t instanceof Var) {
            throw Errors.instantiation();
        }
        if (t instanceof Str s) {
            String text = s.value();
            if (!text.isEmpty() && text.codePointCount(0, text.length()) == 1) {
                return Int.of(text.codePointAt(0));
            }
            throw Errors.type("character", t);
        }
        throw Errors.type("evaluable", t);
    }

    /** The expression that {@code [X]} stands for: {@code X}, or its code if it is a character. */
    static Term element(Cons cell) {
        Term tail = cell.tail.deref();
        if (tail instanceof Var) {
            throw Errors.instantiation();
        }
        if (tail != Atom.NIL) {
            throw Evaluables.unknown(Functor.CONS);
        }
        Term head = cell.head.deref();
        if (head instanceof Atom a
                && !a.name().isEmpty()
                && a.name().codePointCount(0, a.name().length()) == 1) {
            return Int.of(a.name().codePointAt(0));
        }
        return head;
    }

    // ---- comparison

    /**
     * Compares by value, exactly also between integers and floats; {@code -0.0} equals {@code 0.0}.
     * Not-a-number counts as smaller than all others here; {@link #less}, {@link #lessOrEqual} and
     * {@link #equal} treat it as unordered.
     */
    public static int compare(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return Long.compare(i.value(), j.value());
        }
        if (x instanceof Flt f && y instanceof Flt g && f.value() == g.value()) {
            return 0;
        }
        if (x instanceof Flt f && f.value() == 0 && !(y instanceof Flt)) {
            return Order.compareValues(Int.of(0), y);
        }
        if (y instanceof Flt g && g.value() == 0 && !(x instanceof Flt)) {
            return Order.compareValues(x, Int.of(0));
        }
        return Order.compareValues(x, y);
    }

    /** {@code X < Y}; for {@code X > Y} swap the arguments. */
    public static boolean less(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return i.value() < j.value();
        }
        return ordered(x, y) && compare(x, y) < 0;
    }

    /** {@code X =< Y}; for {@code X >= Y} swap the arguments. */
    public static boolean lessOrEqual(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return i.value() <= j.value();
        }
        return ordered(x, y) && compare(x, y) <= 0;
    }

    /** {@code X =:= Y}; {@code X =\= Y} is its negation. */
    public static boolean equal(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return i.value() == j.value();
        }
        return ordered(x, y) && compare(x, y) == 0;
    }

    private static boolean ordered(Numeric x, Numeric y) {
        return !isNan(x) && !isNan(y);
    }

    private static boolean isNan(Numeric x) {
        return x instanceof Flt f && Double.isNaN(f.value());
    }

    // ---- numbers of any kind

    /** {@code X + Y}. */
    public static Numeric add(Numeric x, Numeric y) {
        return add(x, y, ArithmeticContext.STANDARD);
    }

    /** {@code X + Y}. */
    public static Numeric add(Numeric x, Numeric y, ArithmeticContext context) {
        if (x instanceof Int i && y instanceof Int j) {
            long a = i.value();
            long b = j.value();
            long r = a + b;
            return ((a ^ r) & (b ^ r)) < 0 ? Integers.add(x, y) : Int.of(r);
        }
        if (x instanceof Flt || y instanceof Flt) {
            return Floats.result(Floats.of(x, context) + Floats.of(y, context), context);
        }
        return Integers.add(x, y);
    }

    /** {@code X - Y}. */
    public static Numeric subtract(Numeric x, Numeric y) {
        return subtract(x, y, ArithmeticContext.STANDARD);
    }

    /** {@code X - Y}. */
    public static Numeric subtract(Numeric x, Numeric y, ArithmeticContext context) {
        if (x instanceof Int i && y instanceof Int j) {
            long a = i.value();
            long b = j.value();
            long r = a - b;
            return ((a ^ b) & (a ^ r)) < 0 ? Integers.subtract(x, y) : Int.of(r);
        }
        if (x instanceof Flt || y instanceof Flt) {
            return Floats.result(Floats.of(x, context) - Floats.of(y, context), context);
        }
        return Integers.subtract(x, y);
    }

    /** {@code X * Y}. */
    public static Numeric multiply(Numeric x, Numeric y) {
        return multiply(x, y, ArithmeticContext.STANDARD);
    }

    /** {@code X * Y}. */
    public static Numeric multiply(Numeric x, Numeric y, ArithmeticContext context) {
        if (x instanceof Int i && y instanceof Int j) {
            long a = i.value();
            long b = j.value();
            long r = a * b;
            return Math.multiplyHigh(a, b) == r >> 63 ? Int.of(r) : Integers.multiply(x, y);
        }
        if (x instanceof Flt || y instanceof Flt) {
            return Floats.result(Floats.of(x, context) * Floats.of(y, context), context);
        }
        return Integers.multiply(x, y);
    }

    /** {@code X / Y}: an integer if both are integers and the division is exact, else a float. */
    public static Numeric divide(Numeric x, Numeric y) {
        return divide(x, y, ArithmeticContext.STANDARD);
    }

    /**
     * {@code X / Y}: an integer if both are integers and the division is exact (and not under flag
     * iso), else a float.
     */
    public static Numeric divide(Numeric x, Numeric y, ArithmeticContext context) {
        if (x instanceof Flt || y instanceof Flt) {
            return Floats.divide(Floats.of(x, context), Floats.of(y, context), context);
        }
        return Integers.divide(x, y, context);
    }

    /** {@code -X}. */
    public static Numeric negate(Numeric x) {
        if (x instanceof Int i && i.value() != Long.MIN_VALUE) {
            return Int.of(-i.value());
        }
        return x instanceof Flt f ? Flt.of(-f.value()) : Integers.negate(x);
    }

    /** {@code abs(X)}. */
    public static Numeric abs(Numeric x) {
        if (x instanceof Flt f) {
            return Flt.of(Math.abs(f.value()));
        }
        return Integers.sign(x) < 0 ? negate(x) : x;
    }

    /** {@code sign(X)}, of the type of {@code X}. */
    public static Numeric sign(Numeric x) {
        return x instanceof Flt f ? Flt.of(Math.signum(f.value())) : Int.of(Integers.sign(x));
    }

    /** {@code max(X, Y)}; the float if an integer and a float are equal. */
    public static Numeric max(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return i.value() >= j.value() ? x : y;
        }
        return extreme(x, y, 1);
    }

    /** {@code min(X, Y)}; the float if an integer and a float are equal. */
    public static Numeric min(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return i.value() <= j.value() ? x : y;
        }
        return extreme(x, y, -1);
    }

    private static Numeric extreme(Numeric x, Numeric y, int wanted) {
        if (isNan(x) || isNan(y)) {
            return isNan(x) ? x : y;
        }
        int order = compare(x, y);
        if (order != 0) {
            return order > 0 == wanted > 0 ? x : y;
        }
        if (x instanceof Flt f && y instanceof Flt g) {
            int byBits = Double.compare(f.value(), g.value());
            return byBits == 0 || byBits > 0 == wanted > 0 ? x : y;
        }
        return x instanceof Flt ? x : y;
    }

    /**
     * {@code X ** Y}: the integer power of integers, but a float for negative exponents and under
     * flag iso.
     */
    public static Numeric starStar(Numeric x, Numeric y, ArithmeticContext context) {
        return Powers.starStar(x, y, context);
    }

    /** {@code X ^ Y}: an integer for integers (9.3.10). */
    public static Numeric power(Numeric x, Numeric y, ArithmeticContext context) {
        return Powers.power(x, y, context);
    }

    // ---- integers only

    /** {@code X // Y}, truncating. */
    public static Numeric intDivide(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && j.value() > 0) {
            return Int.of(i.value() / j.value());
        }
        return Integers.intDivide(x, y);
    }

    /** {@code X div Y}, rounding down. */
    public static Numeric floorDivide(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && j.value() > 0) {
            return Int.of(Math.floorDiv(i.value(), j.value()));
        }
        return Integers.floorDivide(x, y);
    }

    /** {@code X mod Y}, with the sign of {@code Y}. */
    public static Numeric mod(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && j.value() != 0) {
            return Int.of(Math.floorMod(i.value(), j.value()));
        }
        return Integers.mod(x, y);
    }

    /** {@code X rem Y}, with the sign of {@code X}. */
    public static Numeric rem(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && j.value() != 0) {
            return Int.of(i.value() % j.value());
        }
        return Integers.rem(x, y);
    }

    /** {@code X << Y}. */
    public static Numeric shiftLeft(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && j.value() >= 0 && j.value() < 63) {
            int by = (int) j.value();
            long r = i.value() << by;
            if (r >> by == i.value()) {
                return Int.of(r);
            }
        }
        return Integers.shiftLeft(x, y);
    }

    /** {@code X >> Y}, arithmetically. */
    public static Numeric shiftRight(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && j.value() >= 0) {
            return Int.of(i.value() >> Math.min(j.value(), 63));
        }
        return Integers.shiftRight(x, y);
    }

    /** {@code X /\ Y}. */
    public static Numeric and(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return Int.of(i.value() & j.value());
        }
        return Int.of(Integers.of(x).and(Integers.of(y)));
    }

    /** {@code X \/ Y}. */
    public static Numeric or(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return Int.of(i.value() | j.value());
        }
        return Int.of(Integers.of(x).or(Integers.of(y)));
    }

    /** {@code X xor Y}. */
    public static Numeric xor(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            return Int.of(i.value() ^ j.value());
        }
        return Int.of(Integers.of(x).xor(Integers.of(y)));
    }

    /** {@code \ X}. */
    public static Numeric not(Numeric x) {
        if (x instanceof Int i) {
            return Int.of(~i.value());
        }
        return Int.of(Integers.of(x).not());
    }

    /** Throws the error of an expression that contains itself. */
    static PrologError cyclic(Compound c) {
        return Errors.type("expression", c);
    }
}
