package dev.clew.goals.weights;

import java.math.BigInteger;

/** The semirings that are used most. */
public final class Semirings {
    private Semirings() {}

    /** Whether there is a proof. */
    public static final Semiring<Boolean> BOOLEAN = new Truth();

    /** How many proofs there are. */
    public static final Semiring<Count> COUNTING = new Counting();

    /** What the cheapest proof costs: min and +, also called tropical. Costs are not negative. */
    public static final Semiring<Double> MIN_PLUS = new MinPlus();

    /** How likely the likeliest proof is: max and times, also called Viterbi. Weights in [0, 1]. */
    public static final Semiring<Double> MAX_TIMES = new MaxTimes();

    /** The sum of the probabilities of all proofs. */
    public static final Semiring<Double> PROBABILITY = new Real();

    /** The same by logarithms, for probabilities too small for a double. */
    public static final Semiring<Double> LOG = new Log();

    /** Probability and expected value: see {@link Expectation}. */
    public static final Semiring<Expectation> EXPECTATION = new Expecting();

    /**
     * A number of proofs.
     *
     * @param value the number; negative for infinitely many
     */
    public record Count(BigInteger value) {
        /** None. */
        public static final Count ZERO = new Count(BigInteger.ZERO);

        /** One. */
        public static final Count ONE = new Count(BigInteger.ONE);

        /** Infinitely many. */
        public static final Count INFINITE = new Count(BigInteger.ONE.negate());

        /** Whether there are infinitely many. */
        public boolean isInfinite() {
            return value.signum() < 0;
        }

        @Override
        public String toString() {
            return isInfinite() ? "infinite" : value.toString();
        }
    }

    /**
     * A probability and, times that probability, the expected value of something that adds up along
     * a proof (Eisner, "Parameter estimation for probabilistic finite-state transducers", 2002). A
     * step of probability p and value v has the weight (p, p v).
     *
     * @param probability the probability
     * @param total the probability times the expected value
     */
    public record Expectation(double probability, double total) {
        /** The weight of a step. */
        public static Expectation of(double probability, double value) {
            return new Expectation(probability, probability * value);
        }

        /** The expected value, given that there is a proof. */
        public double expected() {
            return total / probability;
        }
    }

    private static boolean near(double a, double b) {
        return a == b || Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));
    }

    private static final class Truth implements Semiring<Boolean> {
        @Override
        public Boolean zero() {
            return false;
        }

        @Override
        public Boolean one() {
            return true;
        }

        @Override
        public Boolean plus(Boolean a, Boolean b) {
            return a || b;
        }

        @Override
        public Boolean times(Boolean a, Boolean b) {
            return a && b;
        }

        @Override
        public boolean isIdempotent() {
            return true;
        }

        @Override
        public boolean isSuperior() {
            return true;
        }

        @Override
        public boolean isBetter(Boolean a, Boolean b) {
            return a && !b;
        }
    }

    private static final class Counting implements Semiring<Count> {
        @Override
        public Count zero() {
            return Count.ZERO;
        }

        @Override
        public Count one() {
            return Count.ONE;
        }

        @Override
        public Count plus(Count a, Count b) {
            return a.isInfinite() || b.isInfinite()
                    ? Count.INFINITE
                    : new Count(a.value().add(b.value()));
        }

        @Override
        public Count times(Count a, Count b) {
            if (a.value().signum() == 0 || b.value().signum() == 0) {
                return Count.ZERO;
            }
            return a.isInfinite() || b.isInfinite()
                    ? Count.INFINITE
                    : new Count(a.value().multiply(b.value()));
        }

        @Override
        public Count diverged(Count before, Count now) {
            return before.equals(now) ? now : Count.INFINITE;
        }
    }

    private abstract static class Doubles implements Semiring<Double> {
        @Override
        public boolean isNear(Double a, Double b) {
            return near(a, b);
        }
    }

    /** The better of two numbers is their sum. */
    private abstract static class Ordered extends Doubles {
        @Override
        public boolean isIdempotent() {
            return true;
        }

        @Override
        public boolean isSuperior() {
            return true;
        }
    }

    private static final class MinPlus extends Ordered {
        @Override
        public Double zero() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Double one() {
            return 0.0;
        }

        @Override
        public Double plus(Double a, Double b) {
            return Math.min(a, b);
        }

        @Override
        public Double times(Double a, Double b) {
            return a + b;
        }

        @Override
        public boolean isBetter(Double a, Double b) {
            return a < b;
        }
    }

    private static final class MaxTimes extends Ordered {
        @Override
        public Double zero() {
            return 0.0;
        }

        @Override
        public Double one() {
            return 1.0;
        }

        @Override
        public Double plus(Double a, Double b) {
            return Math.max(a, b);
        }

        @Override
        public Double times(Double a, Double b) {
            return a * b;
        }

        @Override
        public boolean isBetter(Double a, Double b) {
            return a > b;
        }
    }

    /** The reals from 0 on. */
    static final class Real extends Doubles {
        @Override
        public Double zero() {
            return 0.0;
        }

        @Override
        public Double one() {
            return 1.0;
        }

        @Override
        public Double plus(Double a, Double b) {
            return a + b;
        }

        @Override
        public Double times(Double a, Double b) {
            return a * b;
        }
    }

    private static final class Log extends Doubles {
        @Override
        public Double zero() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public Double one() {
            return 0.0;
        }

        @Override
        public Double plus(Double a, Double b) {
            double larger = Math.max(a, b);
            double smaller = Math.min(a, b);
            return smaller == Double.NEGATIVE_INFINITY
                    ? larger
                    : larger + Math.log1p(Math.exp(smaller - larger));
        }

        @Override
        public Double times(Double a, Double b) {
            return a + b;
        }

        @Override
        public boolean isNear(Double a, Double b) {
            return a.equals(b) || Math.abs(a - b) <= 1e-13;
        }
    }

    private static final class Expecting implements Semiring<Expectation> {
        @Override
        public Expectation zero() {
            return new Expectation(0, 0);
        }

        @Override
        public Expectation one() {
            return new Expectation(1, 0);
        }

        @Override
        public Expectation plus(Expectation a, Expectation b) {
            return new Expectation(a.probability + b.probability, a.total + b.total);
        }

        @Override
        public Expectation times(Expectation a, Expectation b) {
            return new Expectation(
                    a.probability * b.probability,
                    a.probability * b.total + a.total * b.probability);
        }

        @Override
        public boolean isNear(Expectation a, Expectation b) {
            return near(a.probability, b.probability) && near(a.total, b.total);
        }
    }
}
