package dev.clew.goals;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a search may use before it is stopped. A search that is stopped has not answered: its
 * outcome is {@link Outcome.OutOfBudget}, never {@link Outcome.Impossible}.
 *
 * @param expansions how many goals may be expanded
 * @param time how long it may take
 * @param calls how many calls of services or models the expander may make; see {@link
 *     Expansion.Spent}. A batch that was begun is finished, so it may be overrun by one batch
 * @param money what those calls may cost, in whatever currency the expander counts
 */
public record Budget(long expansions, Duration time, long calls, double money) {
    private static final Budget UNLIMITED =
            new Budget(
                    Long.MAX_VALUE,
                    ChronoUnit.FOREVER.getDuration(),
                    Long.MAX_VALUE,
                    Double.POSITIVE_INFINITY);

    /** Checks that no limit is negative. */
    public Budget {
        require(expansions >= 0, "expansions", expansions);
        require(!time.isNegative(), "time", time);
        require(calls >= 0, "calls", calls);
        require(money >= 0, "money", money);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The limit `" + name + "` (" + value + ") of a budget must not be negative.");
        }
    }

    /** No limits but the memory of the JVM. */
    public static Budget unlimited() {
        return UNLIMITED;
    }

    /** A limit on expansions alone. */
    public static Budget ofExpansions(long expansions) {
        return UNLIMITED.withExpansions(expansions);
    }

    /** A limit on time alone. */
    public static Budget ofTime(Duration time) {
        return UNLIMITED.withTime(time);
    }

    /** This budget with another limit on expansions. */
    public Budget withExpansions(long limit) {
        return new Budget(limit, time, calls, money);
    }

    /** This budget with another limit on time. */
    public Budget withTime(Duration limit) {
        return new Budget(expansions, limit, calls, money);
    }

    /** This budget with another limit on calls. */
    public Budget withCalls(long limit) {
        return new Budget(expansions, time, limit, money);
    }

    /** This budget with another limit on money. */
    public Budget withMoney(double limit) {
        return new Budget(expansions, time, calls, limit);
    }
}
