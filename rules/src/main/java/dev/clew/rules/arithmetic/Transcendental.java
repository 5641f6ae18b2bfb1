package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Numeric;

import java.math.BigInteger;

/**
 * Logarithms, exponentials, trigonometric and hyperbolic functions of floats, with their domains.
 */
final class Transcendental {
    private static final double LN2 = Math.log(2);

    /** Above this, {@code x * x + 1} is {@code x * x}. */
    private static final double LARGE = 0x1p28;

    private Transcendental() {}

    static Numeric apply(int code, double x, ArithmeticContext context) {
        switch (code) {
            case 20:
                return Floats.result(Math.sqrt(x), context);
            case 21:
                return Floats.result(Math.sin(x), context);
            case 22:
                return Floats.result(Math.cos(x), context);
            case 23:
                return Floats.result(Math.tan(x), context);
            case 24:
                return Floats.result(Math.asin(x), context);
            case 25:
                return Floats.result(Math.acos(x), context);
            case 26:
                return Floats.result(Math.atan(x), context);
            case 27:
                return Floats.result(Math.exp(x), context);
            case 28:
                return x == 0 ? logOfZero(context) : Floats.result(Math.log(x), context);
            case 29:
                return x == 0 ? logOfZero(context) : Floats.result(log2(x), context);
            case 30:
                return x == 0 ? logOfZero(context) : Floats.result(Math.log10(x), context);
            default:
                return more(code, x, context);
        }
    }

    private static Numeric more(int code, double x, ArithmeticContext context) {
        switch (code) {
            case 31:
                return Floats.result(Math.sinh(x), context);
            case 32:
                return Floats.result(Math.cosh(x), context);
            case 33:
                return Floats.result(Math.tanh(x), context);
            case 34:
                return Floats.result(asinh(x), context);
            case 35:
                return Floats.result(acosh(x), context);
            case 36:
                return Math.abs(x) == 1
                        ? Floats.undefined(context)
                        : Floats.result(atanh(x), context);
            case 37:
                return x == 0
                        ? Floats.zeroDivision(1 / x > 0 ? 1 : -1, context)
                        : Floats.result(1 / Math.tan(x), context);
            case 38:
                return Floats.result(x == 0 ? Math.PI / 2 : Math.atan(1 / x), context);
            case 39:
                return Floats.result(Special.erf(x), context);
            case 40:
                return Floats.result(Special.erfc(x), context);
            default:
                return Floats.result(Special.logGamma(x), context);
        }
    }

    /** Undefined in ISO 9.3.6; where undefined values are allowed, what IEEE 754 makes of it. */
    private static Numeric logOfZero(ArithmeticContext context) {
        if (!context.undefinedIsNan()) {
            return Floats.undefined(context);
        }
        return Floats.result(Double.NEGATIVE_INFINITY, context);
    }

    /**
     * The logarithm of a positive integer of any size to base e, 2 or 10 as {@code base} is 0, 1 or
     * 2.
     */
    static Numeric log(int base, BigInteger x, ArithmeticContext context) {
        int shift = Math.max(0, x.bitLength() - 1000);
        double top = x.shiftRight(shift).doubleValue();
        if (base == 0) {
            return Floats.result(Math.log(top) + shift * LN2, context);
        }
        return Floats.result(
                base == 1 ? log2(top) + shift : Math.log10(top) + shift * Math.log10(2), context);
    }

    /** {@code log(base, x)}. */
    static Numeric log(double base, double x, ArithmeticContext context) {
        if (base <= 0 || x <= 0) {
            return Floats.undefined(context);
        }
        return Floats.divide(Math.log(x), Math.log(base), context);
    }

    /** The binary logarithm, exact for powers of two. */
    private static double log2(double x) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            int exponent = Math.getExponent(x);
            double mantissa = Math.scalb(x, -exponent);
            if (mantissa == 1) {
                return exponent;
            }
        }
        return Math.log(x) / LN2;
    }

    private static double asinh(double x) {
        double a = Math.abs(x);
        double value;
        if (a > LARGE) {
            value = Math.log(a) + LN2;
        } else {
            value = Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        }
        return Math.copySign(value, x);
    }

    private static double acosh(double x) {
        if (x > LARGE) {
            return Math.log(x) + LN2;
        }
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    private static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }
}
