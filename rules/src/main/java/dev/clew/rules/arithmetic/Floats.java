package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Floats: their results checked against the flags, and the ways to and from integers. */
final class Floats {
    private Floats() {}

    /** The float nearest to {@code x}. */
    static double of(Numeric x, ArithmeticContext context) {
        if (x instanceof Flt f) {
            return f.value();
        }
        if (x instanceof Int i) {
            return (double) i.value();
        }
        double value = ((BigInt) x).value().doubleValue();
        if (Double.isInfinite(value) && !context.overflowIsInfinity()) {
            throw Errors.evaluation("float_overflow");
        }
        return value;
    }

    /** The float {@code value}, if the flags allow it. */
    static Flt result(double value, ArithmeticContext context) {
        if (Math.abs(value) <= Double.MAX_VALUE) {
            return Flt.of(value);
        }
        if (Double.isNaN(value)) {
            return undefined(context);
        }
        if (!context.overflowIsInfinity()) {
            throw Errors.evaluation("float_overflow");
        }
        return Flt.of(value);
    }

    /** The value of something undefined: an error unless flag float_undefined is {@code nan}. */
    static Flt undefined(ArithmeticContext context) {
        if (!context.undefinedIsNan()) {
            throw Errors.evaluation("undefined");
        }
        return Flt.of(Double.NaN);
    }

    /**
     * The value of a quotient of the given sign by zero: an error unless flag float_zero_div is
     * {@code infinity}.
     */
    static Flt zeroDivision(int sign, ArithmeticContext context) {
        if (!context.zeroDivisionIsInfinity()) {
            throw Errors.evaluation("zero_divisor");
        }
        return sign == 0 ? undefined(context) : Flt.of(sign * Double.POSITIVE_INFINITY);
    }

    static Flt divide(double x, double y, ArithmeticContext context) {
        if (y == 0) {
            if (x == 0 || Double.isNaN(x)) {
                return undefined(context);
            }
            return zeroDivision((x > 0) == (1 / y > 0) ? 1 : -1, context);
        }
        return result(x / y, context);
    }

    /** The float nearest to the quotient of two integers, of which the second is not zero. */
    static double quotient(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j && isExact(i.value()) && isExact(j.value())) {
            return (double) i.value() / (double) j.value();
        }
        return quotient(Integers.of(x), Integers.of(y));
    }

    private static boolean isExact(long value) {
        return value >= -(1L << 53) && value <= 1L << 53;
    }

    /**
     * Divides with 66 bits or more of quotient, the last of them telling whether something was cut
     * off; then rounds once.
     */
    private static double quotient(BigInteger x, BigInteger y) {
        if (x.signum() == 0) {
            return 0;
        }
        BigInteger numerator = x.abs();
        BigInteger denominator = y.abs();
        int scale = 66 + denominator.bitLength() - numerator.bitLength();
        if (scale > 0) {
            numerator = numerator.shiftLeft(scale);
        } else {
            denominator = denominator.shiftLeft(-scale);
        }
        BigInteger[] parts = LongIntegers.divide(numerator, denominator);
        BigInteger q = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
        double value = scale(q, -scale);
        return x.signum() == y.signum() ? value : -value;
    }

    /** The float nearest to {@code q} times a power of two; {@code q} is positive. */
    private static double scale(BigInteger q, int exponent) {
        int top = q.bitLength() + exponent;
        if (top > 1025 || top < -1100) {
            return top > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        // Keep the bits of a double at this magnitude, fewer if it is subnormal, so that rounding
        // happens once.
        int keep = Math.min(53, top + 1074);
        if (keep < 0) {
            return 0;
        }
        int drop = q.bitLength() - keep;
        BigInteger kept = q.shiftRight(drop);
        boolean half = q.testBit(drop - 1);
        boolean beyond = q.getLowestSetBit() < drop - 1;
        if (half && (beyond || kept.testBit(0))) {
            kept = kept.add(BigInteger.ONE);
        }
        return Math.scalb((double) kept.longValue(), exponent + drop);
    }

    // ---- to integers

    /** {@code truncate(x)}. */
    static Numeric truncate(Numeric x, ArithmeticContext context) {
        return x instanceof Flt f ? integer(f.value(), context) : x;
    }

    /** {@code floor(x)}. */
    static Numeric floor(Numeric x, ArithmeticContext context) {
        return x instanceof Flt f ? integer(Math.floor(f.value()), context) : x;
    }

    /** {@code ceiling(x)}. */
    static Numeric ceiling(Numeric x, ArithmeticContext context) {
        return x instanceof Flt f ? integer(Math.ceil(f.value()), context) : x;
    }

    /** {@code round(x)}: to the nearest integer, halves away from zero. */
    static Numeric round(Numeric x, ArithmeticContext context) {
        if (!(x instanceof Flt f)) {
            return x;
        }
        double value = f.value();
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        // The difference is exact, unlike value + 0.5.
        return integer(
                Math.abs(value - whole) >= 0.5 ? whole + Math.signum(value) : whole, context);
    }

    private static Numeric integer(double value, ArithmeticContext context) {
        if (Math.abs(value) < 0x1p63) {
            return Int.of((long) value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return undefined(context);
        }
        return Int.of(new BigDecimal(value).toBigInteger());
    }

    static Numeric integerPart(Numeric x) {
        if (!(x instanceof Flt f)) {
            return x;
        }
        return Flt.of(f.value() < 0 ? Math.ceil(f.value()) : Math.floor(f.value()));
    }

    static Numeric fractionalPart(Numeric x) {
        if (!(x instanceof Flt f)) {
            return Int.of(0);
        }
        double value = f.value();
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        return Flt.of(
                Double.isInfinite(value)
                        ? Math.copySign(0.0, value)
                        : Math.copySign(value - whole, value));
    }
}
