package dev.clew.rules.arithmetic;

/**
 * The error function and the gamma function, to about 14 digits. Formula numbers are those of
 * Abramowitz and Stegun, Handbook of Mathematical Functions.
 */
final class Special {
    private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

    /**
     * Above this the continued fraction of erfc is the better method, below it the series of erf.
     */
    private static final double FRACTION_FROM = 2;

    /** Above this, Stirling's series with {@link #STIRLING} is accurate to a double. */
    private static final double STIRLING_FROM = 12;

    /** Gamma of integers up to this one is a float without rounding. */
    private static final double LAST_EXACT_FACTORIAL = 23;

    /** B(2k) / (2k (2k-1)) for k from 1 (6.1.41). */
    private static final double[] STIRLING = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0
    };

    private Special() {}

    static double erf(double x) {
        double a = Math.abs(x);
        return a < FRACTION_FROM ? series(x) : Math.copySign(1 - fraction(a), x);
    }

    static double erfc(double x) {
        if (x >= FRACTION_FROM) {
            return fraction(x);
        }
        return 1 - erf(x);
    }

    /** 7.1.6, whose terms all have the sign of {@code x}. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > Math.abs(sum) * 0x1p-56; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_BY_ROOT_PI * Math.exp(-x * x) * sum;
    }

    /** erfc by 7.1.14, evaluated from the inside. */
    private static double fraction(double x) {
        if (x > 30) {
            return Double.isNaN(x) ? x : 0;
        }
        double f = x;
        for (int n = 120; n > 0; n--) {
            f = x + n / 2.0 / f;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * f);
    }

    /** The logarithm of the absolute value of gamma. */
    static double logGamma(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return Math.abs(x);
        }
        if (x == 1 || x == 2) {
            return 0;
        }
        if (x <= 0) {
            double s = Math.abs(Math.sin(Math.PI * Math.IEEEremainder(x, 2)));
            // 6.1.17, reflection; at the poles s is zero and the logarithm infinite.
            return x == Math.rint(x)
                    ? Double.POSITIVE_INFINITY
                    : Math.log(Math.PI / s) - logGamma(1 - x);
        }
        double product = 1;
        if (x == Math.rint(x) && x <= LAST_EXACT_FACTORIAL) {
            for (double factor = 2; factor < x; factor++) {
                product *= factor;
            }
            return Math.log(product);
        }
        double shifted = x;
        while (shifted < STIRLING_FROM) {
            product *= shifted++;
        }
        return stirling(shifted) - Math.log(product);
    }

    private static double stirling(double x) {
        double sum = 0;
        double power = 1 / x;
        for (double coefficient : STIRLING) {
            sum += coefficient * power;
            power /= x * x;
        }
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + sum;
    }
}
