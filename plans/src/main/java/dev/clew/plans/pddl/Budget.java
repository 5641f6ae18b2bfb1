package dev.clew.plans.pddl;

import java.time.Duration;

/**
 * What a search may use.
 *
 * @param time how long it may take, with grounding
 * @param expansions how many states it may expand
 */
public record Budget(Duration time, long expansions) {
    /** Numbers that are not positive are refused. */
    public Budget {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("The time (" + time + ") must be positive.");
        }
        if (expansions <= 0) {
            throw new IllegalArgumentException(
                    "The number of expansions (" + expansions + ") must be positive.");
        }
    }

    /** So much time, and as many expansions as fit. */
    public static Budget of(Duration time) {
        return new Budget(time, Long.MAX_VALUE);
    }

    /** As much as is there. */
    public static Budget unlimited() {
        return of(Duration.ofDays(10_000));
    }
}
