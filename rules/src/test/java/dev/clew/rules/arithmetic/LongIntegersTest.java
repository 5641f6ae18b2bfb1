package dev.clew.rules.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.limits.Watch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import java.math.BigInteger;
import java.util.Random;

/** Long operations against {@link BigInteger}, on numbers long enough to be cut into pieces. */
class LongIntegersTest {
    private static final BigInteger ONE = BigInteger.ONE;

    private Random random = new Random();

    @BeforeEach
    void seed(TestInfo test) {
        long seed = Long.getLong("clew.seed", 20_265);
        System.out.println(test.getDisplayName() + ": -Dclew.seed=" + seed);
        random = new Random(seed);
    }

    /** A random number, or one of all zeros or ones, of up to so many bits. */
    private BigInteger number(int bits) {
        int length = 1 + random.nextInt(bits);
        BigInteger n =
                switch (random.nextInt(4)) {
                    case 0 -> ONE.shiftLeft(length - 1);
                    case 1 -> ONE.shiftLeft(length).subtract(ONE);
                    default -> new BigInteger(length, random).setBit(length - 1);
                };
        return random.nextBoolean() ? n : n.negate();
    }

    @Test
    void multiplies() {
        for (int i = 0; i < 12; i++) {
            BigInteger x = number(2_500_000);
            BigInteger y = number(i % 2 == 0 ? 2_500_000 : 50_000);
            assertThat(LongIntegers.multiply(x, y).equals(x.multiply(y))).isTrue();
            assertThat(LongIntegers.multiply(x, x).equals(x.multiply(x))).isTrue();
            BigInteger base = number(5_000);
            assertThat(LongIntegers.power(base, 700).equals(base.pow(700))).isTrue();
        }
    }

    @Test
    void divides() {
        for (int i = 0; i < 12; i++) {
            BigInteger x = number(2_500_000);
            BigInteger y = number(i % 2 == 0 ? 2_500_000 : 50_000);
            assertThat(LongIntegers.divide(x, y)).containsExactly(x.divideAndRemainder(y));
        }
    }

    @Test
    void findsRoots() {
        for (int i = 0; i < 12; i++) {
            BigInteger x = number(600_000).abs();
            BigInteger root = LongIntegers.sqrt(x);
            assertThat(root.multiply(root).compareTo(x)).isNotPositive();
            assertThat(root.add(ONE).pow(2).compareTo(x)).isPositive();
        }
    }

    @Test
    void findsDivisors() {
        for (int i = 0; i < 12; i++) {
            BigInteger common = number(20_000);
            BigInteger x = number(60_000).multiply(common);
            BigInteger y = number(60_000).multiply(common);
            assertThat(LongIntegers.gcd(x, y)).isEqualTo(x.gcd(y));
        }
    }

    @Test
    void readsAndWritesDigits() {
        for (int base : new int[] {2, 7, 10, 16, 36}) {
            BigInteger x = number(400_000);
            String digits = x.toString(base);
            assertThat(LongIntegers.text(x, base).equals(digits)).isTrue();
            BigInteger read = LongIntegers.parse(digits.replace("-", ""), base);
            assertThat(read.equals(x.abs())).isTrue();
        }
        BigInteger zeros = BigInteger.TEN.pow(90_000);
        assertThat(LongIntegers.text(zeros, 10)).isEqualTo("1" + "0".repeat(90_000));
        assertThat(LongIntegers.parse("0".repeat(70_000) + "12", 10)).isEqualTo(12);
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void stopsWhenTheWatchSaysSo() {
        BigInteger x = ONE.shiftLeft(3_000_000).subtract(ONE);
        BigInteger y = ONE.shiftLeft(1_400_000).subtract(BigInteger.TEN);
        Runnable[] operations = {
            () -> LongIntegers.multiply(x, y),
            () -> LongIntegers.multiply(x, x),
            () -> LongIntegers.power(y, 3),
            () -> LongIntegers.divide(x, y),
            () -> LongIntegers.sqrt(x),
            () -> LongIntegers.gcd(x, y),
            () -> LongIntegers.text(x, 10),
            () -> LongIntegers.parse("7".repeat(100_000), 10)
        };
        for (Runnable operation : operations) {
            Runnable before =
                    Watch.set(() -> {
                        throw new Enough();
                    });
            try {
                assertThatThrownBy(operation::run).isInstanceOf(Enough.class);
            } finally {
                Watch.set(before);
            }
        }
    }
}
