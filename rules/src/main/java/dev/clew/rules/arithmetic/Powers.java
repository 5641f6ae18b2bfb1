package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** The powers {@code **} (9.3.1) and {@code ^} (9.3.10). */
final class Powers {
    private Powers() {}

    static Numeric starStar(Numeric x, Numeric y, ArithmeticContext context) {
        if (x instanceof Flt || y instanceof Flt || context.iso()) {
            return floats(x, y, context);
        }
        if (Integers.sign(y) >= 0 || isUnit(x)) {
            return integers(x, y);
        }
        return Integers.isZero(x) ? Floats.zeroDivision(1, context) : floats(x, y, context);
    }

    static Numeric power(Numeric x, Numeric y, ArithmeticContext context) {
        if (x instanceof Flt || y instanceof Flt) {
            return floats(x, y, context);
        }
        if (Integers.sign(y) < 0 && !isUnit(x)) {
            throw Errors.type("float", x);
        }
        return integers(x, y);
    }

    private static boolean isUnit(Numeric x) {
        return x instanceof Int i && (i.value() == 1 || i.value() == -1);
    }

    private static Numeric floats(Numeric x, Numeric y, ArithmeticContext context) {
        double base = Floats.of(x, context);
        double exponent = Floats.of(y, context);
        if (base == 0 && exponent < 0) {
            boolean negative = 1 / base < 0 && exponent % 2 != 0 && exponent == Math.rint(exponent);
            return Floats.zeroDivision(negative ? -1 : 1, context);
        }
        if (base == 1) {
            return Flt.of(1);
        }
        return Floats.result(Math.pow(base, exponent), context);
    }

    /**
     * {@code x} to the power of {@code y}, where {@code y} is not negative unless {@code x} is 1 or
     * -1.
     */
    private static Numeric integers(Numeric x, Numeric y) {
        if (x instanceof Int i && i.value() >= -1 && i.value() <= 1) {
            return Int.of(ofUnit((int) i.value(), y));
        }
        if (!(y instanceof Int n)) {
            throw Integers.tooLarge();
        }
        if (x instanceof Int i) {
            Numeric small = small(i.value(), n.value());
            if (small != null) {
                return small;
            }
        }
        BigInteger base = Integers.of(x);
        checkSize(base, n.value());
        return Int.of(LongIntegers.power(base, (int) n.value()));
    }

    /**
     * Powers of two are shifted into place; what else there is must be multiplied, which takes
     * longer than linear time.
     */
    private static void checkSize(BigInteger base, long exponent) {
        long bits = base.abs().bitLength() - 1L;
        long oddBits = bits - base.getLowestSetBit();
        if (exponent > Integers.MAX_BITS
                || bits * exponent > Integers.MAX_BITS
                || oddBits * exponent > Integers.MAX_BITS / 4) {
            throw Integers.tooLarge();
        }
    }

    private static long ofUnit(int x, Numeric y) {
        if (x == 0) {
            return Integers.isZero(y) ? 1 : 0;
        }
        return x == 1 || !Integers.of(y).testBit(0) ? 1 : -1;
    }

    /** The power by squaring while it fits 64 bits; null as soon as it does not. */
    private static @Nullable Numeric small(long base, long exponent) {
        long result = 1;
        long square = base;
        long left = exponent;
        while (true) {
            if ((left & 1) != 0) {
                long product = result * square;
                if (Math.multiplyHigh(result, square) != product >> 63) {
                    return null;
                }
                result = product;
            }
            left >>= 1;
            if (left == 0) {
                return Int.of(result);
            }
            long next = square * square;
            if (Math.multiplyHigh(square, square) != next >> 63) {
                return null;
            }
            square = next;
        }
    }
}
