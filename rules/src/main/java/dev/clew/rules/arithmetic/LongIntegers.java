package dev.clew.rules.arithmetic;

import dev.clew.rules.limits.Watch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations on integers whose time grows faster than the length of their operands. Long operands
 * are cut into pieces, and between two pieces the search that waits for the result may be stopped:
 * {@link BigInteger} itself cannot be interrupted, and takes hours for some of what a line of rules
 * can ask for.
 */
public final class LongIntegers {
    /** Operands of so many bits together are left to {@link BigInteger}: some milliseconds. */
    private static final int PIECE = 1 << 20;

    /** Text of so many digits is left to {@link BigInteger}, which takes quadratic time for it. */
    private static final int DIGITS = 10_000;

    /** A division that costs so many products of bits takes some milliseconds. */
    private static final long CHEAP = 1L << 33;

    /** The greatest common divisor of numbers of so many bits takes some milliseconds. */
    private static final int SHORT = 1 << 14;

    private LongIntegers() {}

    // ---- Products

    /** {@code x * y}. */
    static BigInteger multiply(BigInteger x, BigInteger y) {
        if ((long) x.bitLength() + y.bitLength() <= PIECE) {
            return x.multiply(y);
        }
        BigInteger product =
                x.equals(y)
                        ? square(x.abs())
                        : x.bitLength() >= y.bitLength()
                                ? product(x.abs(), y.abs())
                                : product(y.abs(), x.abs());
        return x.signum() == y.signum() ? product : product.negate();
    }

    /** Karatsuba's product for operands alike; the longer one is halved if they are not. */
    private static BigInteger product(BigInteger x, BigInteger y) {
        Watch.check();
        int half = (x.bitLength() + 1) / 2;
        BigInteger high = x.shiftRight(half);
        BigInteger low = low(x, half);
        if (y.bitLength() <= half) {
            return multiply(high, y).shiftLeft(half).add(multiply(low, y));
        }
        BigInteger top = y.shiftRight(half);
        BigInteger bottom = low(y, half);
        BigInteger highest = multiply(high, top);
        BigInteger lowest = multiply(low, bottom);
        BigInteger both = multiply(high.add(low), top.add(bottom));
        return join(highest, both.subtract(highest).subtract(lowest), lowest, half);
    }

    private static BigInteger square(BigInteger x) {
        if (2L * x.bitLength() <= PIECE) {
            return x.multiply(x);
        }
        Watch.check();
        int half = (x.bitLength() + 1) / 2;
        BigInteger high = x.shiftRight(half);
        BigInteger low = low(x, half);
        BigInteger highest = square(high);
        BigInteger lowest = square(low);
        BigInteger both = square(high.add(low));
        return join(highest, both.subtract(highest).subtract(lowest), lowest, half);
    }

    private static BigInteger join(BigInteger high, BigInteger middle, BigInteger low, int half) {
        return high.shiftLeft(half).add(middle).shiftLeft(half).add(low);
    }

    private static BigInteger low(BigInteger x, int bits) {
        return x.subtract(x.shiftRight(bits).shiftLeft(bits));
    }

    /** {@code x} to the power of {@code n}, which is not negative. */
    static BigInteger power(BigInteger x, int n) {
        if ((long) x.bitLength() * n <= PIECE) {
            return x.pow(n);
        }
        int twos = x.getLowestSetBit();
        BigInteger odd = x.shiftRight(twos);
        BigInteger result = BigInteger.ONE;
        for (int bit = 31 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
            result = multiply(result, result);
            if ((n >> bit & 1) != 0) {
                result = multiply(result, odd);
            }
        }
        return result.shiftLeft(twos * n);
    }

    // ---- Quotients

    /** Quotient, rounded toward zero, and remainder of {@code x} by {@code y}, which is not 0. */
    static BigInteger[] divide(BigInteger x, BigInteger y) {
        if (isCheap(x, y)) {
            return x.divideAndRemainder(y);
        }
        BigInteger[] parts = quotient(x.abs(), y.abs());
        if (x.signum() != y.signum()) {
            parts[0] = parts[0].negate();
        }
        if (x.signum() < 0) {
            parts[1] = parts[1].negate();
        }
        return parts;
    }

    private static boolean isCheap(BigInteger x, BigInteger y) {
        long bits = x.bitLength() - y.bitLength() + 1L;
        return bits <= 0 || bits * y.bitLength() <= CHEAP;
    }

    /**
     * Recursive division after C. Burnikel and J. Ziegler, Fast Recursive Division, MPI-I-98-1-022
     * (1998): a quotient longer than its divisor is made in two halves; one that is shorter is
     * guessed from the leading bits of both numbers, and is then too large by very little.
     */
    private static BigInteger[] quotient(BigInteger x, BigInteger y) {
        if (isCheap(x, y)) {
            return x.divideAndRemainder(y);
        }
        Watch.check();
        int bits = x.bitLength() - y.bitLength() + 1;
        if (y.bitLength() <= bits) {
            int half = bits / 2;
            BigInteger[] first = quotient(x.shiftRight(half), y);
            BigInteger[] second = quotient(first[1].shiftLeft(half).add(low(x, half)), y);
            second[0] = first[0].shiftLeft(half).add(second[0]);
            return second;
        }
        int rest = y.bitLength() - bits;
        BigInteger[] guess = quotient(x.shiftRight(rest), y.shiftRight(rest));
        BigInteger q = guess[0];
        BigInteger r =
                guess[1].shiftLeft(rest).add(low(x, rest)).subtract(multiply(q, low(y, rest)));
        while (r.signum() < 0) {
            q = q.subtract(BigInteger.ONE);
            r = r.add(y);
        }
        return new BigInteger[] {q, r};
    }

    /** The integer square root of {@code x}, which is not negative. */
    static BigInteger sqrt(BigInteger x) {
        return sqrtAndRemainder(x)[0];
    }

    /** P. Zimmermann, Karatsuba Square Root, INRIA RR-3805 (1999). */
    private static BigInteger[] sqrtAndRemainder(BigInteger x) {
        if (x.bitLength() <= SHORT) {
            return x.sqrtAndRemainder();
        }
        Watch.check();
        int quarter = (x.bitLength() - 1) / 4;
        BigInteger[] first = sqrtAndRemainder(x.shiftRight(2 * quarter));
        BigInteger rest = low(x, 2 * quarter);
        BigInteger[] parts =
                divide(
                        first[1].shiftLeft(quarter).add(rest.shiftRight(quarter)),
                        first[0].shiftLeft(1));
        BigInteger root = first[0].shiftLeft(quarter).add(parts[0]);
        BigInteger remainder =
                parts[1].shiftLeft(quarter)
                        .add(low(rest, quarter))
                        .subtract(multiply(parts[0], parts[0]));
        while (remainder.signum() < 0) {
            remainder = remainder.add(root.shiftLeft(1)).subtract(BigInteger.ONE);
            root = root.subtract(BigInteger.ONE);
        }
        return new BigInteger[] {root, remainder};
    }

    // ---- The greatest common divisor

    /**
     * The greatest common divisor, after D. H. Lehmer: several steps of Euclid's algorithm are
     * found from the leading 62 bits and done at once (Knuth, The Art of Computer Programming, vol.
     * 2, 4.5.2, Algorithm L).
     */
    static BigInteger gcd(BigInteger x, BigInteger y) {
        BigInteger a = x.abs().max(y.abs());
        BigInteger b = x.abs().min(y.abs());
        while (b.bitLength() > SHORT) {
            Watch.check();
            BigInteger[] next = lehmer(a, b);
            a = next[0];
            b = next[1];
        }
        return b.signum() == 0 ? a : b.gcd(divide(a, b)[1]);
    }

    private static BigInteger[] lehmer(BigInteger a, BigInteger b) {
        int drop = a.bitLength() - 62;
        long x = a.shiftRight(drop).longValue();
        long y = b.shiftRight(drop).longValue();
        long a1 = 1;
        long a2 = 0;
        long b1 = 0;
        long b2 = 1;
        while (y + b1 != 0 && y + b2 != 0) {
            long q = (x + a1) / (y + b1);
            if (q != (x + a2) / (y + b2)) {
                break;
            }
            long c1 = a1 - q * b1;
            long c2 = a2 - q * b2;
            long z = x - q * y;
            a1 = b1;
            a2 = b2;
            b1 = c1;
            b2 = c2;
            x = y;
            y = z;
        }
        if (a2 == 0) {
            return new BigInteger[] {b, divide(a, b)[1]};
        }
        return new BigInteger[] {combine(a, a1, b, a2), combine(a, b1, b, b2)};
    }

    private static BigInteger combine(BigInteger a, long times, BigInteger b, long also) {
        return a.multiply(BigInteger.valueOf(times)).add(b.multiply(BigInteger.valueOf(also)));
    }

    // ---- Text

    /** The digits of {@code x} in a base. */
    public static String text(BigInteger x, int base) {
        if (x.bitLength() <= DIGITS) {
            return x.toString(base);
        }
        BigInteger size = x.abs();
        List<BigInteger> powers = powers(base, size.bitLength() / 2);
        StringBuilder b = new StringBuilder();
        if (x.signum() < 0) {
            b.append('-');
        }
        append(b, size, base, powers, powers.size() - 1, false);
        return b.toString();
    }

    /** Powers of the base with {@code DIGITS * 2 ^ i} zeros, up to about so many bits. */
    private static List<BigInteger> powers(int base, int bits) {
        List<BigInteger> powers = new ArrayList<>();
        BigInteger power = BigInteger.valueOf(base).pow(DIGITS);
        powers.add(power);
        while (power.bitLength() <= bits) {
            power = multiply(power, power);
            powers.add(power);
        }
        return powers;
    }

    /** Appends digits; if {@code padded}, as many as the {@code level + 1}st power has zeros. */
    private static void append(
            StringBuilder b,
            BigInteger x,
            int base,
            List<BigInteger> powers,
            int level,
            boolean padded) {
        if (level < 0) {
            Watch.check();
            String digits = x.toString(base);
            b.repeat('0', padded ? DIGITS - digits.length() : 0).append(digits);
            return;
        }
        BigInteger power = powers.get(level);
        if (!padded && x.compareTo(power) < 0) {
            append(b, x, base, powers, level - 1, false);
            return;
        }
        BigInteger[] parts = divide(x, power);
        append(b, parts[0], base, powers, level - 1, padded);
        append(b, parts[1], base, powers, level - 1, true);
    }

    /** The number that digits in a base, and nothing else, mean. */
    public static BigInteger parse(String digits, int base) {
        if (digits.length() <= DIGITS) {
            return new BigInteger(digits, base);
        }
        double bits = digits.length() * (Math.log(base) / Math.log(2)) / 2;
        List<BigInteger> powers = powers(base, (int) Math.min(bits, Integer.MAX_VALUE));
        return parse(digits, base, powers, powers.size() - 1);
    }

    private static BigInteger parse(String digits, int base, List<BigInteger> powers, int level) {
        if (digits.length() <= DIGITS) {
            Watch.check();
            return new BigInteger(digits, base);
        }
        long zeros = (long) DIGITS << level;
        if (digits.length() <= zeros) {
            return parse(digits, base, powers, level - 1);
        }
        int cut = digits.length() - (int) zeros;
        return multiply(parse(digits.substring(0, cut), base, powers, level), powers.get(level))
                .add(parse(digits.substring(cut), base, powers, level - 1));
    }
}
