package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import java.math.BigInteger;

/** Integer roots. */
public final class Roots {
    private Roots() {}

    /**
     * The {@code n}th root of {@code x}, truncated toward zero.
     *
     * @throws dev.clew.rules.terms.PrologError if {@code n} is less than one, or even and {@code x}
     *     negative
     */
    public static Numeric integerRoot(Numeric n, Numeric x) {
        if (Integers.sign(n) < 1) {
            throw Errors.domain("not_less_than_one", n);
        }
        BigInteger value = Integers.of(x);
        boolean negative = value.signum() < 0;
        if (negative && !Integers.of(n).testBit(0)) {
            throw Errors.evaluation("undefined");
        }
        BigInteger magnitude = value.abs();
        // 2 to the power of n exceeds the magnitude if n is not less than its length in bits.
        if (!(n instanceof Int i) || i.value() >= magnitude.bitLength()) {
            return Int.of(Integers.sign(x));
        }
        BigInteger root = root((int) i.value(), magnitude);
        return Int.of(negative ? root.negate() : root);
    }

    /** Newton's iteration from above: it falls until it reaches the root. */
    private static BigInteger root(int n, BigInteger x) {
        if (n == 1) {
            return x;
        }
        if (n == 2) {
            return LongIntegers.sqrt(x);
        }
        BigInteger degree = BigInteger.valueOf(n);
        BigInteger guess = BigInteger.ONE.shiftLeft((x.bitLength() + n - 1) / n);
        while (true) {
            BigInteger next =
                    LongIntegers.divide(
                            guess.multiply(degree.subtract(BigInteger.ONE))
                                    .add(
                                            LongIntegers.divide(
                                                    x, LongIntegers.power(guess, n - 1))[0]),
                            degree)[0];
            if (next.compareTo(guess) >= 0) {
                return guess;
            }
            guess = next;
        }
    }
}
