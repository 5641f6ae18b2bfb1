package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;

import java.math.BigInteger;

/** Integer operations where at least one argument or the result may be big; they reject floats. */
final class Integers {
    /**
     * The longest integers that are computed, in bits. Beyond it operations would take minutes or
     * all memory, so they raise a resource error.
     */
    static final long MAX_BITS = Math.min(1L << 28, Runtime.getRuntime().maxMemory() / 2);

    /** Products take more than linear time, and the machine cannot stop one that has begun. */
    private static final long MAX_PRODUCT_BITS = MAX_BITS / 8;

    private Integers() {}

    /** The value of an integer; {@code type_error(integer, x)} for a float. */
    static BigInteger of(Numeric x) {
        if (x instanceof Int i) {
            return BigInteger.valueOf(i.value());
        }
        if (x instanceof BigInt b) {
            return b.value();
        }
        throw Errors.type("integer", x);
    }

    /** Checks that {@code x} is an integer. */
    static void check(Numeric x) {
        if (!(x instanceof Int || x instanceof BigInt)) {
            throw Errors.type("integer", x);
        }
    }

    static PrologError tooLarge() {
        return Errors.resource("memory");
    }

    static boolean isZero(Numeric x) {
        return x instanceof Int i && i.value() == 0;
    }

    static int sign(Numeric x) {
        return x instanceof Int i ? Long.signum(i.value()) : of(x).signum();
    }

    static Numeric add(Numeric x, Numeric y) {
        return Int.of(of(x).add(of(y)));
    }

    static Numeric subtract(Numeric x, Numeric y) {
        return Int.of(of(x).subtract(of(y)));
    }

    static Numeric negate(Numeric x) {
        return Int.of(of(x).negate());
    }

    static Numeric multiply(Numeric x, Numeric y) {
        BigInteger a = of(x);
        BigInteger b = of(y);
        if ((long) a.bitLength() + b.bitLength() > MAX_PRODUCT_BITS) {
            throw tooLarge();
        }
        return Int.of(LongIntegers.multiply(a, b));
    }

    static Numeric divide(Numeric x, Numeric y, ArithmeticContext context) {
        if (isZero(y)) {
            return Floats.zeroDivision(sign(x), context);
        }
        if (!context.iso()) {
            if (x instanceof Int i && y instanceof Int j && j.value() != -1) {
                if (i.value() % j.value() == 0) {
                    return Int.of(i.value() / j.value());
                }
            } else {
                BigInteger[] parts = LongIntegers.divide(of(x), of(y));
                if (parts[1].signum() == 0) {
                    return Int.of(parts[0]);
                }
            }
        }
        return Floats.result(Floats.quotient(x, y), context);
    }

    private static void checkDivision(Numeric x, Numeric y) {
        check(x);
        check(y);
        if (isZero(y)) {
            throw Errors.evaluation("zero_divisor");
        }
    }

    static Numeric intDivide(Numeric x, Numeric y) {
        checkDivision(x, y);
        if (x instanceof Int i && y instanceof Int j && j.value() != -1) {
            return Int.of(i.value() / j.value());
        }
        return Int.of(LongIntegers.divide(of(x), of(y))[0]);
    }

    static Numeric floorDivide(Numeric x, Numeric y) {
        checkDivision(x, y);
        if (x instanceof Int i && y instanceof Int j && j.value() != -1) {
            return Int.of(Math.floorDiv(i.value(), j.value()));
        }
        BigInteger[] parts = LongIntegers.divide(of(x), of(y));
        boolean down = parts[1].signum() != 0 && parts[1].signum() != sign(y);
        return Int.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    static Numeric mod(Numeric x, Numeric y) {
        checkDivision(x, y);
        BigInteger divisor = of(y);
        BigInteger r = LongIntegers.divide(of(x), divisor)[1];
        return Int.of(r.signum() != 0 && r.signum() != divisor.signum() ? r.add(divisor) : r);
    }

    static Numeric rem(Numeric x, Numeric y) {
        checkDivision(x, y);
        return Int.of(LongIntegers.divide(of(x), of(y))[1]);
    }

    static Numeric shiftLeft(Numeric x, Numeric y) {
        check(x);
        check(y);
        return sign(y) < 0 ? shiftDown(x, negate(y)) : shiftUp(x, y);
    }

    static Numeric shiftRight(Numeric x, Numeric y) {
        check(x);
        check(y);
        return sign(y) < 0 ? shiftUp(x, negate(y)) : shiftDown(x, y);
    }

    private static Numeric shiftUp(Numeric x, Numeric by) {
        if (isZero(x)) {
            return x;
        }
        BigInteger value = of(x);
        if (!(by instanceof Int n) || n.value() > MAX_BITS - value.bitLength()) {
            throw tooLarge();
        }
        return Int.of(value.shiftLeft((int) n.value()));
    }

    private static Numeric shiftDown(Numeric x, Numeric by) {
        if (!(by instanceof Int n) || n.value() > Integer.MAX_VALUE) {
            return Int.of(sign(x) < 0 ? -1 : 0);
        }
        return Int.of(of(x).shiftRight((int) n.value()));
    }

    static Numeric gcd(Numeric x, Numeric y) {
        if (x instanceof Int i && y instanceof Int j) {
            long a = i.value();
            long b = j.value();
            if (a != Long.MIN_VALUE && b != Long.MIN_VALUE) {
                while (b != 0) {
                    long r = a % b;
                    a = b;
                    b = r;
                }
                return Int.of(Math.abs(a));
            }
        }
        return Int.of(LongIntegers.gcd(of(x), of(y)));
    }

    static Numeric lcm(Numeric x, Numeric y) {
        check(x);
        check(y);
        if (isZero(x) || isZero(y)) {
            return Int.of(0);
        }
        return Arithmetic.abs(Arithmetic.multiply(intDivide(x, gcd(x, y)), y));
    }

    static Numeric msb(Numeric x) {
        return Int.of(atLeast(1, x).bitLength() - 1L);
    }

    static Numeric lsb(Numeric x) {
        return Int.of(atLeast(1, x).getLowestSetBit());
    }

    static Numeric popcount(Numeric x) {
        return Int.of(atLeast(0, x).bitCount());
    }

    static Numeric getbit(Numeric x, Numeric index) {
        BigInteger value = atLeast(0, x);
        BigInteger i = atLeast(0, index);
        return Int.of(i.bitLength() < 32 && value.testBit(i.intValue()) ? 1 : 0);
    }

    private static BigInteger atLeast(int bound, Numeric x) {
        BigInteger value = of(x);
        if (value.compareTo(BigInteger.valueOf(bound)) < 0) {
            throw Errors.domain(bound == 1 ? "not_less_than_one" : "not_less_than_zero", x);
        }
        return value;
    }

    static Numeric successor(Numeric x) {
        if (sign(x) < 0) {
            throw Errors.type("not_less_than_zero", x);
        }
        return Arithmetic.add(x, Int.of(1));
    }
}
