package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

/** Functions without arguments. */
final class Constants {
    /** The names; the code of a function is its index. */
    static final String[] NAMES = {
        "pi",
        "e",
        "inf",
        "infinite",
        "nan",
        "epsilon",
        "max_integer",
        "min_integer",
        "max_tagged_integer",
        "min_tagged_integer",
        "random",
        "random_float",
        "cputime",
        "realtime"
    };

    private static final int FIRST_IMPURE = 10;

    private Constants() {}

    static boolean isPure(int code) {
        return code < FIRST_IMPURE;
    }

    static Numeric apply(int code, ArithmeticContext context) {
        switch (code) {
            case 0:
                return Flt.of(Math.PI);
            case 1:
                return Flt.of(Math.E);
            case 2:
            case 3:
                return Flt.of(Double.POSITIVE_INFINITY);
            case 4:
                return Flt.of(Double.NaN);
            case 5:
                return Flt.of(Math.ulp(1.0));
            case 6:
                return Int.of(Long.MAX_VALUE);
            case 7:
                return Int.of(Long.MIN_VALUE);
            case 8:
                return Int.of((1L << 60) - 1);
            case 9:
                return Int.of(-(1L << 60));
            case 10:
            case 11:
                return Flt.of(randomFloat(context));
            case 12:
                return Flt.of(context.cpuSeconds());
            default:
                return Int.of(System.currentTimeMillis() / 1000);
        }
    }

    /** A float between 0 and 1, both excluded. */
    private static double randomFloat(ArithmeticContext context) {
        double value = context.random().nextDouble();
        while (value == 0) {
            value = context.random().nextDouble();
        }
        return value;
    }
}
