package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;

/**
 * The values of arithmetic expressions (ISO 13211-1, 9), integers all as {@link BigInteger}. What
 * depends on anything but the expression, such as random numbers, is undecided.
 */
final class Evaluation {
    private final Bindings bindings;

    Evaluation(Bindings bindings) {
        this.bindings = bindings;
    }

    /** An operation whose operands are among the values. */
    private record Operation(String name, int arity) {}

    /**
     * The value of an expression.
     *
     * @throws Raised if it has none
     */
    Numeric value(Term expression) {
        ArrayDeque<Object> agenda = new ArrayDeque<>();
        ArrayDeque<Numeric> values = new ArrayDeque<>();
        agenda.push(expression);
        while (!agenda.isEmpty()) {
            Object next = agenda.pop();
            if (next instanceof Operation o) {
                Numeric right = values.pop();
                values.push(o.arity == 1 ? one(o.name, right) : two(o.name, values.pop(), right));
            } else {
                enter(bindings.walk((Term) next), agenda, values);
            }
        }
        return values.pop();
    }

    private void enter(Term t, ArrayDeque<Object> agenda, ArrayDeque<Numeric> values) {
        if (t instanceof Numeric n) {
            values.push(n);
        } else if (t instanceof Var) {
            throw new Raised("a variable in an expression has no value");
        } else if (t instanceof Atom a) {
            values.push(constant(a.name()));
        } else if (t instanceof Str s && s.value().codePointCount(0, s.value().length()) == 1) {
            values.push(Int.of(s.value().codePointAt(0)));
        } else if (t instanceof Cons c && bindings.walk(c.tail) == Atom.NIL) {
            agenda.push(c.head);
        } else if (t instanceof Compound c && (c.arity() == 1 || c.arity() == 2)) {
            agenda.push(new Operation(c.name().name(), c.arity()));
            for (int i = c.arity(); i > 0; i--) {
                agenda.push(c.arg(i - 1));
            }
        } else {
            throw new Raised("there is no such function");
        }
    }

    private static Numeric constant(String name) {
        return switch (name) {
            case "pi" -> Flt.of(Math.PI);
            case "e" -> Flt.of(Math.E);
            case "inf", "infinite" -> Flt.of(Double.POSITIVE_INFINITY);
            case "nan" -> Flt.of(Double.NaN);
            case "epsilon" -> Flt.of(Math.ulp(1.0));
            case "max_integer" -> Int.of(Long.MAX_VALUE);
            case "min_integer" -> Int.of(Long.MIN_VALUE);
            case "random",
                    "random_float",
                    "cputime",
                    "realtime",
                    "max_tagged_integer",
                    "min_tagged_integer" ->
                    throw new Undecided("the value of " + name + " is not in the program");
            default -> throw new Raised("there is no constant " + name);
        };
    }

    // ---- Values ----

    private static boolean areIntegers(Numeric a, Numeric b) {
        return !(a instanceof Flt) && !(b instanceof Flt);
    }

    static BigInteger integer(Numeric n) {
        return switch (n) {
            case Int i -> BigInteger.valueOf(i.value());
            case BigInt b -> b.value();
            case Flt f -> throw new Raised("an integer is needed, not " + f.value());
        };
    }

    private static double real(Numeric n) {
        return switch (n) {
            case Int i -> i.value();
            case BigInt b -> finite(b.value().doubleValue());
            case Flt f -> f.value();
        };
    }

    private static double finite(double d) {
        if (Double.isInfinite(d)) {
            throw new Raised("a float overflows");
        } else if (Double.isNaN(d)) {
            throw new Raised("the value is undefined");
        }
        return d;
    }

    /** A result, which must be a number unless an operand was none already. */
    private static Numeric real(double result, double... operands) {
        boolean isSpecial = false;
        for (double d : operands) {
            isSpecial |= Double.isInfinite(d) || Double.isNaN(d);
        }
        return Flt.of(isSpecial ? result : finite(result));
    }

    // ---- Functions of one number ----

    private static Numeric one(String name, Numeric n) {
        if (n instanceof Flt f) {
            Numeric result = ofReal(name, f.value());
            if (result != null) {
                return result;
            }
        } else {
            Numeric result = ofInteger(name, integer(n));
            if (result != null) {
                return result;
            }
        }
        return transcendental(name, real(n));
    }

    private static @Nullable Numeric ofInteger(String name, BigInteger n) {
        return switch (name) {
            case "-" -> Int.of(n.negate());
            case "+", "integer", "truncate", "round", "ceiling", "floor" -> Int.of(n);
            case "abs" -> Int.of(n.abs());
            case "sign" -> Int.of(n.signum());
            case "\\" -> Int.of(n.not());
            case "succ" -> Int.of(n.add(BigInteger.ONE));
            case "float_integer_part" -> Int.of(n);
            case "float_fractional_part" -> Int.of(0);
            case "msb" -> {
                if (n.signum() <= 0) {
                    throw new Raised("a positive integer is needed");
                }
                yield Int.of(n.bitLength() - 1);
            }
            default -> null;
        };
    }

    private static @Nullable Numeric ofReal(String name, double d) {
        return switch (name) {
            case "-" -> Flt.of(-d);
            case "+" -> Flt.of(d);
            case "abs" -> Flt.of(Math.abs(d));
            case "sign" -> Flt.of(Math.signum(d));
            case "truncate" -> rounded(d, RoundingMode.DOWN);
            case "integer", "round" -> rounded(d, RoundingMode.HALF_UP);
            case "ceiling" -> rounded(d, RoundingMode.CEILING);
            case "floor" -> rounded(d, RoundingMode.FLOOR);
            case "float_integer_part" -> Flt.of(d < 0 ? Math.ceil(d) : Math.floor(d));
            case "float_fractional_part" -> Flt.of(d - (d < 0 ? Math.ceil(d) : Math.floor(d)));
            default -> null;
        };
    }

    private static Numeric rounded(double d, RoundingMode mode) {
        return Int.of(new BigDecimal(finite(d)).setScale(0, mode).toBigInteger());
    }

    private static Numeric transcendental(String name, double d) {
        return switch (name) {
            case "float" -> Flt.of(d);
            case "sqrt" -> real(Math.sqrt(d), d);
            case "exp" -> real(Math.exp(d), d);
            case "log" -> {
                if (d <= 0) {
                    throw new Raised("the logarithm is undefined");
                }
                yield real(Math.log(d), d);
            }
            case "log2" -> roughly(name);
            case "sin" -> real(Math.sin(d), d);
            case "cos" -> real(Math.cos(d), d);
            case "tan" -> real(Math.tan(d), d);
            case "asin" -> real(Math.asin(d), d);
            case "acos" -> real(Math.acos(d), d);
            case "atan" -> real(Math.atan(d), d);
            case "sinh" -> real(Math.sinh(d), d);
            case "cosh" -> real(Math.cosh(d), d);
            case "tanh" -> real(Math.tanh(d), d);
            default -> roughly(name);
        };
    }

    private static Numeric roughly(String name) {
        throw new Undecided("the function " + name + " is not evaluated here");
    }

    // ---- Functions of two numbers ----

    private static Numeric two(String name, Numeric a, Numeric b) {
        return switch (name) {
            case "+" ->
                    areIntegers(a, b)
                            ? Int.of(integer(a).add(integer(b)))
                            : real(real(a) + real(b), real(a), real(b));
            case "-" ->
                    areIntegers(a, b)
                            ? Int.of(integer(a).subtract(integer(b)))
                            : real(real(a) - real(b), real(a), real(b));
            case "*" ->
                    areIntegers(a, b)
                            ? Int.of(integer(a).multiply(integer(b)))
                            : real(real(a) * real(b), real(a), real(b));
            case "/" -> quotient(a, b);
            case "min" -> mixedLeast(a, b);
            case "max" -> mixedGreatest(a, b);
            case "**", "^" -> power(name, a, b);
            case "atan2", "atan" -> real(Math.atan2(real(a), real(b)), real(a), real(b));
            case "copysign" -> Flt.of(Math.copySign(real(a), real(b)));
            case "truncate" -> roughly(name);
            default -> integers(name, integer(a), integer(b));
        };
    }

    /** Which of an integer and a float of the same value is the less differs between systems. */
    private static void requireDistinct(Numeric a, Numeric b) {
        if (a instanceof Flt != b instanceof Flt && real(a) == real(b)) {
            throw new Undecided("two numbers differ in type only");
        }
    }

    private static Numeric mixedLeast(Numeric a, Numeric b) {
        requireDistinct(a, b);
        return Order.compareValues(a, b) <= 0 ? a : b;
    }

    private static Numeric mixedGreatest(Numeric a, Numeric b) {
        requireDistinct(a, b);
        return Order.compareValues(a, b) >= 0 ? a : b;
    }

    /** An integer if it is exact, as the flag {@code iso} is off by default. */
    private static Numeric quotient(Numeric a, Numeric b) {
        if (areIntegers(a, b)) {
            BigInteger[] parts = integer(a).divideAndRemainder(divisor(integer(b)));
            if (parts[1].signum() == 0) {
                return Int.of(parts[0]);
            }
        }
        if (real(b) == 0) {
            throw new Raised("the divisor is 0");
        }
        return real(real(a) / real(b), real(a), real(b));
    }

    private static BigInteger divisor(BigInteger n) {
        if (n.signum() == 0) {
            throw new Raised("the divisor is 0");
        }
        return n;
    }

    private static Numeric power(String name, Numeric a, Numeric b) {
        if (!areIntegers(a, b)) {
            return real(Math.pow(real(a), real(b)), real(a), real(b));
        }
        BigInteger base = integer(a);
        BigInteger exponent = integer(b);
        if (base.abs().equals(BigInteger.ONE)) {
            return Int.of(exponent.testBit(0) ? base : BigInteger.ONE);
        } else if (exponent.signum() < 0) {
            if (name.equals("^")) {
                throw new Raised("the power is no integer");
            }
            return real(Math.pow(real(a), real(b)), real(a), real(b));
        } else if (base.signum() == 0) {
            return Int.of(exponent.signum() == 0 ? 1 : 0);
        } else if (exponent.bitLength() > 24
                || base.bitLength() * (long) exponent.intValue() > 50_000_000L) {
            throw new Undecided("the power is too large");
        }
        return Int.of(base.pow(exponent.intValue()));
    }

    private static Numeric integers(String name, BigInteger a, BigInteger b) {
        return switch (name) {
            case "//" -> Int.of(a.divide(divisor(b)));
            case "rem" -> Int.of(a.remainder(divisor(b)));
            case "div" -> Int.of(floored(a, divisor(b)));
            case "mod" -> Int.of(a.subtract(floored(a, divisor(b)).multiply(b)));
            case "/\\" -> Int.of(a.and(b));
            case "\\/" -> Int.of(a.or(b));
            case "xor" -> Int.of(a.xor(b));
            case "gcd" -> Int.of(a.gcd(b));
            case ">>" -> Int.of(a.shiftRight(distance(b)));
            case "<<" -> Int.of(a.shiftLeft(distance(b)));
            default -> roughly(name);
        };
    }

    private static int distance(BigInteger n) {
        if (n.bitLength() > 24) {
            throw new Undecided("a number is shifted too far");
        }
        return n.intValue();
    }

    private static BigInteger floored(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() != 0 && parts[1].signum() != b.signum()
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
    }
}
