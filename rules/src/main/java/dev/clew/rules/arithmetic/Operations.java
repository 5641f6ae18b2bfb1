package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Numeric;

/** Functions with two arguments. */
final class Operations {
    /** The names; the code of a function is its index. */
    static final String[] NAMES = {
        "+",
        "-",
        "*",
        "/",
        "//",
        "mod",
        "rem",
        "div",
        "min",
        "max",
        "**",
        "^",
        ">>",
        "<<",
        "/\\",
        "\\/",
        "xor",
        "gcd",
        "lcm",
        "atan2",
        "atan",
        "copysign",
        "nexttoward",
        "getbit",
        "log",
        "plus"
    };

    private Operations() {}

    static Numeric apply(int code, Numeric x, Numeric y, ArithmeticContext context) {
        switch (code) {
            case 0:
            case 25:
                return Arithmetic.add(x, y, context);
            case 1:
                return Arithmetic.subtract(x, y, context);
            case 2:
                return Arithmetic.multiply(x, y, context);
            case 3:
                return Arithmetic.divide(x, y, context);
            case 4:
                return Arithmetic.intDivide(x, y);
            case 5:
                return Arithmetic.mod(x, y);
            case 6:
                return Arithmetic.rem(x, y);
            case 7:
                return Arithmetic.floorDivide(x, y);
            case 8:
                return Arithmetic.min(x, y);
            case 9:
                return Arithmetic.max(x, y);
            case 10:
                return Powers.starStar(x, y, context);
            case 11:
                return Powers.power(x, y, context);
            case 12:
                return Arithmetic.shiftRight(x, y);
            case 13:
                return Arithmetic.shiftLeft(x, y);
            case 14:
                return Arithmetic.and(x, y);
            case 15:
                return Arithmetic.or(x, y);
            case 16:
                return Arithmetic.xor(x, y);
            case 17:
                return Integers.gcd(x, y);
            case 18:
                return Integers.lcm(x, y);
            case 23:
                return Integers.getbit(x, y);
            default:
                return floats(code, Floats.of(x, context), Floats.of(y, context), context);
        }
    }

    private static Numeric floats(int code, double x, double y, ArithmeticContext context) {
        switch (code) {
            case 19:
                return x == 0 && y == 0
                        ? atan2OfZeros(x, y, context)
                        : Floats.result(Math.atan2(x, y), context);
            case 20:
                return Floats.result(Math.atan2(x, y), context);
            case 21:
                return Flt.of(Double.isNaN(y) ? x : Math.copySign(x, y));
            case 22:
                return Floats.result(Math.nextAfter(x, y), context);
            default:
                return Transcendental.log(x, y, context);
        }
    }

    /** Undefined in ISO 9.3.9; where undefined values are allowed, what IEEE 754 makes of it. */
    private static Numeric atan2OfZeros(double x, double y, ArithmeticContext context) {
        return context.undefinedIsNan() ? Flt.of(Math.atan2(x, y)) : Floats.undefined(context);
    }
}
