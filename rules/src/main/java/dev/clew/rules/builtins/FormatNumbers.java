package dev.clew.rules.builtins;

import dev.clew.rules.arithmetic.LongIntegers;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as the directives of {@code format/2} write them. */
final class FormatNumbers {
    private FormatNumbers() {}

    /**
     * An integer whose last {@code decimals} digits stand after a point; the digits before it are
     * in groups.
     *
     * @param digits the integer in decimal, maybe with a sign
     * @param group how many digits make a group; 0 for no groups
     */
    static String grouped(String digits, int decimals, int group, char separator) {
        boolean negative = digits.startsWith("-");
        String d = negative ? digits.substring(1) : digits;
        if (d.length() <= decimals) {
            d = "0".repeat(decimals + 1 - d.length()) + d;
        }
        int whole = d.length() - decimals;
        StringBuilder out = new StringBuilder(negative ? "-" : "");
        for (int i = 0; i < whole; i++) {
            if (i > 0 && group > 0 && (whole - i) % group == 0) {
                out.append(separator);
            }
            out.append(d.charAt(i));
        }
        if (decimals > 0) {
            out.append('.').append(d, whole, d.length());
        }
        return out.toString();
    }

    /** An integer in another radix. */
    static String radix(BigInteger value, int radix, boolean upper) {
        String digits = LongIntegers.text(value, radix);
        return upper ? digits.toUpperCase(java.util.Locale.ROOT) : digits;
    }

    /** The exact value of an integer. */
    static BigInteger integer(Numeric n) {
        return n instanceof Int i ? BigInteger.valueOf(i.value()) : ((BigInt) n).value();
    }

    /** No float has more digits after the point, written out exactly. */
    private static final int LONGEST_FRACTION = 1074;

    /** With {@code decimals} digits after the point, correctly rounded. */
    static String fixed(Numeric n, int decimals) {
        if (!(n instanceof Flt f)) {
            String digits = LongIntegers.text(integer(n), 10);
            return decimals == 0 ? digits : digits + "." + "0".repeat(decimals);
        }
        double value = f.value();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        int exact = Math.min(decimals, LONGEST_FRACTION);
        String text = new BigDecimal(value).setScale(exact, RoundingMode.HALF_EVEN).toPlainString();
        String zeros = "0".repeat(decimals - exact);
        return (isNegative(value) && !text.startsWith("-") ? "-" + text : text) + zeros;
    }

    private static boolean isNegative(double value) {
        return (Double.doubleToRawLongBits(value) & Long.MIN_VALUE) != 0;
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    private static double approximate(Numeric n) {
        return n instanceof Flt f ? f.value() : integer(n).doubleValue();
    }

    /** In scientific notation with {@code decimals} digits after the point. */
    static String scientific(Numeric n, int decimals) {
        double value = approximate(n);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        String sign = isNegative(value) ? "-" : "";
        if (value == 0) {
            return sign + mantissa("0".repeat(decimals + 1)) + "e+00";
        }
        BigDecimal rounded = significant(value, decimals + 1);
        String digits = rounded.unscaledValue().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        return sign + mantissa(padded(digits, decimals + 1)) + exponentText(exponent);
    }

    private static BigDecimal significant(double value, int digits) {
        return new BigDecimal(Math.abs(value))
                .round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String padded(String digits, int length) {
        return digits.length() >= length
                ? digits.substring(0, length)
                : digits + "0".repeat(length - digits.length());
    }

    private static String mantissa(String digits) {
        return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    }

    private static String exponentText(int exponent) {
        int e = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (e < 10 ? "0" : "") + e;
    }

    /** As short as either of the other two with {@code precision} significant digits, as C's %g. */
    static String general(Numeric n, int precision) {
        double value = approximate(n);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        String sign = isNegative(value) ? "-" : "";
        if (value == 0) {
            return sign + "0";
        }
        int digits = Math.max(precision, 1);
        BigDecimal rounded = significant(value, digits);
        int exponent = rounded.precision() - 1 - rounded.scale();
        if (exponent < -4 || exponent >= digits) {
            String text = rounded.unscaledValue().toString();
            return sign + mantissa(withoutZeros(text)) + exponentText(exponent);
        }
        String plain = rounded.stripTrailingZeros().toPlainString();
        return sign + plain;
    }

    private static String withoutZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
