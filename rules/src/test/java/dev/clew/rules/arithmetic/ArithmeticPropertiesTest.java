package dev.clew.rules.arithmetic;

import static dev.clew.rules.arithmetic.Expressions.big;
import static dev.clew.rules.arithmetic.Expressions.d;
import static dev.clew.rules.arithmetic.Expressions.i;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Numeric;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;

/**
 * The operations against {@link BigInteger} and {@link BigDecimal}, on random numbers of all sizes.
 */
class ArithmeticPropertiesTest {
    private static final int ROUNDS = 20_000;

    private Random random = new Random();

    @BeforeEach
    void seed(TestInfo test) {
        long seed = Long.getLong("clew.seed", 20_264);
        System.out.println(test.getDisplayName() + ": -Dclew.seed=" + seed);
        random = new Random(seed);
    }

    private BigInteger integer() {
        switch (random.nextInt(5)) {
            case 0:
                return BigInteger.valueOf(random.nextInt(20) - 10);
            case 1:
                return BigInteger.valueOf(random.nextInt());
            case 2:
                return BigInteger.valueOf(random.nextLong());
            case 3:
                long edge = random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
                return BigInteger.valueOf(edge).add(BigInteger.valueOf(random.nextInt(5) - 2));
            default:
                BigInteger magnitude = new BigInteger(random.nextInt(300), random);
                return random.nextBoolean() ? magnitude : magnitude.negate();
        }
    }

    private BigInteger notZero() {
        BigInteger n = integer();
        return n.signum() == 0 ? BigInteger.ONE : n;
    }

    private static Numeric apply(String name, Numeric x, Numeric y) {
        return Evaluables.get(Functor.of(name, 2)).apply2(x, y, ArithmeticContext.STANDARD);
    }

    private static Numeric apply(String name, BigInteger x, BigInteger y) {
        return apply(name, i(x), i(y));
    }

    @Test
    void agreesWithBigIntegersOnRingOperations() {
        for (int n = 0; n < ROUNDS; n++) {
            BigInteger x = integer();
            BigInteger y = integer();
            assertThat(apply("+", x, y)).isEqualTo(i(x.add(y)));
            assertThat(apply("-", x, y)).isEqualTo(i(x.subtract(y)));
            assertThat(apply("*", x, y)).isEqualTo(i(x.multiply(y)));
            assertThat(apply("/\\", x, y)).isEqualTo(i(x.and(y)));
            assertThat(apply("\\/", x, y)).isEqualTo(i(x.or(y)));
            assertThat(apply("xor", x, y)).isEqualTo(i(x.xor(y)));
            assertThat(apply("gcd", x, y)).isEqualTo(i(x.gcd(y)));
            assertThat(apply("max", x, y)).isEqualTo(i(x.max(y)));
            assertThat(apply("min", x, y)).isEqualTo(i(x.min(y)));
            assertThat(Integer.signum(Arithmetic.compare(i(x), i(y)))).isEqualTo(x.compareTo(y));
        }
    }

    @Test
    void keepsOneRepresentationForEachInteger() {
        for (int n = 0; n < ROUNDS; n++) {
            Numeric difference = apply("-", apply("+", integer(), integer()), i(integer()));
            boolean small = big(difference).bitLength() < 64;
            assertThat(difference instanceof BigInt).isEqualTo(!small);
        }
    }

    @Test
    void takesQuotientsAndRemaindersApartAndTogether() {
        for (int n = 0; n < ROUNDS; n++) {
            BigInteger x = integer();
            BigInteger y = notZero();
            assertThat(apply("//", x, y)).isEqualTo(i(x.divide(y)));
            assertThat(apply("rem", x, y)).isEqualTo(i(x.remainder(y)));
            BigInteger div = big(apply("div", x, y));
            BigInteger mod = big(apply("mod", x, y));
            assertThat(div.multiply(y).add(mod)).isEqualTo(x);
            assertThat(mod.signum()).isIn(0, y.signum());
            assertThat(mod.abs()).isLessThan(y.abs());
            Numeric product = apply("*", x, y);
            assertThat(apply("/", product, i(y))).isEqualTo(i(x));
        }
    }

    @Test
    void shiftsAsMultiplicationByPowersOfTwo() {
        for (int n = 0; n < ROUNDS; n++) {
            BigInteger x = integer();
            int by = random.nextInt(200) - 100;
            assertThat(apply("<<", i(x), i(by))).isEqualTo(i(x.shiftLeft(by)));
            assertThat(apply(">>", i(x), i(by))).isEqualTo(i(x.shiftRight(by)));
        }
    }

    @Test
    void raisesToPowersAsBigIntegersDo() {
        for (int n = 0; n < ROUNDS; n++) {
            BigInteger x = BigInteger.valueOf(random.nextInt(2000) - 1000);
            int y = random.nextInt(40);
            assertThat(apply("^", i(x), i(y))).isEqualTo(i(x.pow(y)));
        }
    }

    @Test
    void roundsQuotientsOfIntegersOnce() {
        MathContext exact = new MathContext(800, RoundingMode.HALF_EVEN);
        for (int n = 0; n < 2000; n++) {
            BigInteger x = new BigInteger(random.nextInt(1100) + 1, random);
            BigInteger y = new BigInteger(random.nextInt(1100) + 1, random).setBit(0);
            Numeric quotient = finiteQuotient(x, y);
            if (quotient instanceof Flt f) {
                double nearest = new BigDecimal(x).divide(new BigDecimal(y), exact).doubleValue();
                assertThat(f.value()).isEqualTo(nearest);
            }
        }
    }

    private static Numeric finiteQuotient(BigInteger x, BigInteger y) {
        return x.bitLength() - y.bitLength() > 1020 ? i(0) : apply("/", x, y);
    }

    @Test
    void comparesIntegersAndFloatsByTheirExactValues() {
        for (int n = 0; n < ROUNDS; n++) {
            BigInteger x = integer();
            double near = x.doubleValue();
            double y = random.nextBoolean() ? near : Math.nextUp(near);
            int expected = new BigDecimal(x).compareTo(new BigDecimal(y));
            assertThat(Integer.signum(Arithmetic.compare(i(x), d(y)))).isEqualTo(expected);
            assertThat(Integer.signum(Arithmetic.compare(d(y), i(x)))).isEqualTo(-expected);
            assertThat(Arithmetic.less(i(x), d(y))).isEqualTo(expected < 0);
        }
    }

    @Test
    void convertsFloatsToIntegersExactly() {
        for (int n = 0; n < ROUNDS; n++) {
            double x = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 50);
            BigDecimal exact = new BigDecimal(x);
            check("truncate", x, exact.setScale(0, RoundingMode.DOWN));
            check("floor", x, exact.setScale(0, RoundingMode.FLOOR));
            check("ceiling", x, exact.setScale(0, RoundingMode.CEILING));
            check("round", x, exact.setScale(0, RoundingMode.HALF_UP));
            check("integer", x, exact.setScale(0, RoundingMode.HALF_UP));
        }
    }

    private static void check(String name, double x, BigDecimal expected) {
        Numeric value =
                Evaluables.get(Functor.of(name, 1)).apply1(d(x), ArithmeticContext.STANDARD);
        assertThat(value).isEqualTo(i(expected.toBigInteger()));
    }

    @Test
    void boundsIntegerRoots() {
        for (int n = 0; n < 2000; n++) {
            BigInteger x = integer().abs();
            int degree = random.nextInt(7) + 1;
            BigInteger root = big(Roots.integerRoot(i(degree), i(x)));
            assertThat(root.pow(degree)).isLessThanOrEqualTo(x);
            assertThat(root.add(BigInteger.ONE).pow(degree)).isGreaterThan(x);
        }
    }
}
