package dev.clew.rules.arithmetic;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What expressions need from the engine that evaluates them. Every method has the standard's answer
 * as its default.
 */
public interface ArithmeticContext {
    /** The defaults: ISO's errors for everything that is not a finite number. */
    ArithmeticContext STANDARD = new ArithmeticContext() {};

    /** Flag {@code iso}: {@code 4/2} and {@code 2**3} are floats. */
    default boolean iso() {
        return false;
    }

    /** Flag {@code float_overflow=infinity}: too large floats are infinite. */
    default boolean overflowIsInfinity() {
        return false;
    }

    /** Flag {@code float_zero_div=infinity}: division by zero is infinite. */
    default boolean zeroDivisionIsInfinity() {
        return false;
    }

    /** Flag {@code float_undefined=nan}: undefined values are not-a-number. */
    default boolean undefinedIsNan() {
        return false;
    }

    /** The source of {@code random/1} and {@code random_float/0}. */
    default RandomGenerator random() {
        return ThreadLocalRandom.current();
    }

    /** Processor time used so far, in seconds ({@code cputime/0}). */
    default double cpuSeconds() {
        return System.nanoTime() / 1e9;
    }
}
