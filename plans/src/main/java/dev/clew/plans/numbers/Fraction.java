package dev.clew.plans.numbers;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact rational number in lowest terms.
 *
 * @param numerator the numerator, which has the sign
 * @param denominator the denominator, positive
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    /** Nothing. */
    public static final Fraction ZERO = of(0);

    public Fraction {
        if (denominator <= 0 || gcd(numerator, denominator) != 1) {
            throw new IllegalArgumentException(
                    "The fraction (" + numerator + "/" + denominator + ") is not in lowest terms.");
        }
    }

    /** A whole number. */
    public static Fraction of(long value) {
        return new Fraction(value, 1);
    }

    /** A quotient; the divisor must not be 0. */
    public static Fraction of(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("The number " + dividend + " cannot be divided by 0.");
        }
        long gcd = gcd(dividend, divisor) * (divisor < 0 ? -1 : 1);
        return new Fraction(dividend / gcd, divisor / gcd);
    }

    /**
     * Reads {@code 12}, {@code -3/4} or {@code 0.25}.
     *
     * @throws NumberFormatException if it is no such number, or too large
     */
    public static Fraction parse(String text) {
        int slash = text.indexOf('/');
        int point = text.indexOf('.');
        try {
            if (slash >= 0) {
                return of(
                        Long.parseLong(text.substring(0, slash)),
                        Long.parseLong(text.substring(slash + 1)));
            } else if (point >= 0) {
                BigDecimal exact = new BigDecimal(text);
                long scale = BigDecimal.TEN.pow(Math.max(0, exact.scale())).longValueExact();
                return of(exact.multiply(BigDecimal.valueOf(scale)).longValueExact(), scale);
            }
            return of(Long.parseLong(text));
        } catch (ArithmeticException e) {
            throw new NumberFormatException(text);
        }
    }

    private static long gcd(long a, long b) {
        long x = Math.absExact(a);
        long y = Math.absExact(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        if (denominator == 1 && other.denominator == 1) {
            return new Fraction(Math.addExact(numerator, other.numerator), 1);
        }
        return of(
                Math.addExact(
                        Math.multiplyExact(numerator, other.denominator),
                        Math.multiplyExact(other.numerator, denominator)),
                Math.multiplyExact(denominator, other.denominator));
    }

    /** The difference. */
    public Fraction minus(Fraction other) {
        return plus(new Fraction(Math.negateExact(other.numerator), other.denominator));
    }

    /** The product. */
    public Fraction times(Fraction other) {
        return of(
                Math.multiplyExact(numerator, other.numerator),
                Math.multiplyExact(denominator, other.denominator));
    }

    /** The quotient; the divisor must not be 0. */
    public Fraction over(Fraction other) {
        return of(
                Math.multiplyExact(numerator, other.denominator),
                Math.multiplyExact(denominator, other.numerator));
    }

    /** -1, 0 or 1. */
    public int sign() {
        return Long.signum(numerator);
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        BigInteger left =
                BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.denominator));
        return left.compareTo(
                BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    /** The nearest floating-point number. */
    public double doubleValue() {
        return (double) numerator / denominator;
    }

    /** {@code 12} or {@code 1/3}. */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
