package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** Functions with one argument. */
final class Functions {
    /** The names; the code of a function is its index. */
    static final String[] NAMES = {
        "-",
        "+",
        "abs",
        "sign",
        "\\",
        "succ",
        "eval",
        "float",
        "integer",
        "truncate",
        "trunc",
        "round",
        "floor",
        "ceiling",
        "float_integer_part",
        "float_fractional_part",
        "msb",
        "lsb",
        "popcount",
        "random",
        "sqrt",
        "sin",
        "cos",
        "tan",
        "asin",
        "acos",
        "atan",
        "exp",
        "log",
        "log2",
        "log10",
        "sinh",
        "cosh",
        "tanh",
        "asinh",
        "acosh",
        "atanh",
        "cot",
        "acot",
        "erf",
        "erfc",
        "lgamma"
    };

    private static final int RANDOM = 19;
    private static final int FIRST_LOGARITHM = 28;
    private static final int LAST_LOGARITHM = 30;

    private Functions() {}

    static boolean isPure(int code) {
        return code != RANDOM;
    }

    static Numeric apply(int code, Numeric x, ArithmeticContext context) {
        switch (code) {
            case 0:
                return Arithmetic.negate(x);
            case 1:
            case 6:
                return x;
            case 2:
                return Arithmetic.abs(x);
            case 3:
                return Arithmetic.sign(x);
            case 4:
                return Arithmetic.not(x);
            case 5:
                return Integers.successor(x);
            case 7:
                return x instanceof Flt ? x : Flt.of(Floats.of(x, context));
            case 8:
            case 11:
                return Floats.round(x, context);
            case 9:
            case 10:
                return Floats.truncate(x, context);
            case 12:
                return Floats.floor(x, context);
            case 13:
                return Floats.ceiling(x, context);
            case 14:
                return Floats.integerPart(x);
            case 15:
                return Floats.fractionalPart(x);
            case 16:
                return Integers.msb(x);
            case 17:
                return Integers.lsb(x);
            case 18:
                return Integers.popcount(x);
            case RANDOM:
                return random(x, context.random());
            default:
                return transcendental(code, x, context);
        }
    }

    private static Numeric transcendental(int code, Numeric x, ArithmeticContext context) {
        if (x instanceof BigInt b
                && code >= FIRST_LOGARITHM
                && code <= LAST_LOGARITHM
                && b.value().signum() > 0) {
            return Transcendental.log(code - FIRST_LOGARITHM, b.value(), context);
        }
        return Transcendental.apply(code, Floats.of(x, context), context);
    }

    /** An integer from 0 to below {@code bound}. */
    private static Numeric random(Numeric bound, RandomGenerator random) {
        Integers.check(bound);
        if (Integers.sign(bound) <= 0) {
            throw Errors.domain("not_less_than_one", bound);
        }
        if (bound instanceof Int i) {
            return Int.of(random.nextLong(i.value()));
        }
        BigInteger limit = Integers.of(bound);
        byte[] bytes = new byte[limit.bitLength() / 8 + 1];
        int unused = bytes.length * 8 - limit.bitLength();
        while (true) {
            random.nextBytes(bytes);
            bytes[0] &= (byte) (0xFF >>> unused);
            BigInteger value = new BigInteger(1, bytes);
            if (value.compareTo(limit) < 0) {
                return Int.of(value);
            }
        }
    }
}
