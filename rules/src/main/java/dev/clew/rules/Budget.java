package dev.clew.rules;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a search may use before it is stopped. A search that is stopped has not answered: it raises
 * a {@link StoppedException} and never looks like "no".
 *
 * <p>All limits are looked at every few thousand calls, and within built-in predicates that take
 * long, so a search may overrun them a little. Rules cannot catch or postpone a stop; cleanup goals
 * ({@code setup_call_cleanup/3}) get a fifth of a second in all.
 *
 * @param time the time spent searching; what the host does between two answers does not count
 * @param inferences the number of calls of predicates
 * @param bytes by how much the heap in use may grow, measured after a garbage collection. The JVM
 *     does not know which thread an object belongs to, so searches that run side by side count
 *     together
 * @param depth how many calls may wait for another one to return
 */
public record Budget(Duration time, long inferences, long bytes, int depth) {
    private static final Budget UNLIMITED =
            new Budget(
                    ChronoUnit.FOREVER.getDuration(),
                    Long.MAX_VALUE,
                    Long.MAX_VALUE,
                    Integer.MAX_VALUE);

    /** Checks that all limits are positive. */
    public Budget {
        require(time.isPositive(), "time", time);
        require(inferences > 0, "inferences", inferences);
        require(bytes > 0, "bytes", bytes);
        require(depth > 0, "depth", depth);
    }

    private static void require(boolean positive, String name, Object value) {
        if (!positive) {
            throw new IllegalArgumentException(
                    "The limit `" + name + "` (" + value + ") of a budget must be positive.");
        }
    }

    /** No limits. */
    public static Budget unlimited() {
        return UNLIMITED;
    }

    /** A limit on time alone. */
    public static Budget ofTime(Duration time) {
        return UNLIMITED.withTime(time);
    }

    /** A limit on the number of calls alone. */
    public static Budget ofInferences(long inferences) {
        return UNLIMITED.withInferences(inferences);
    }

    /** This budget with another limit on time. */
    public Budget withTime(Duration time) {
        return new Budget(time, inferences, bytes, depth);
    }

    /** This budget with another limit on the number of calls. */
    public Budget withInferences(long inferences) {
        return new Budget(time, inferences, bytes, depth);
    }

    /** This budget with another limit on memory. */
    public Budget withBytes(long bytes) {
        return new Budget(time, inferences, bytes, depth);
    }

    /** This budget with another limit on depth. */
    public Budget withDepth(int depth) {
        return new Budget(time, inferences, bytes, depth);
    }

    /** The time in nanoseconds; {@code Long.MAX_VALUE} for more than about a hundred years. */
    long nanos() {
        return time.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE : time.toNanos();
    }
}
