package dev.clew.goals.search;

import dev.clew.goals.Budget;
import dev.clew.goals.Outcome.Limit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Tells when a search has used up its budget. */
public final class Meter {
    private static final int MEMORY_PERIOD = 1 << 12;

    private final Budget budget;
    private final long start = System.nanoTime();
    private final long nanos;
    private long nextMemoryCheck = MEMORY_PERIOD;
    private volatile boolean isCancelled;

    /** A search that starts now. */
    public Meter(Budget budget) {
        this.budget = budget;
        boolean endless = budget.time().compareTo(ChronoUnit.CENTURIES.getDuration()) >= 0;
        this.nanos = endless ? Long.MAX_VALUE : budget.time().toNanos();
    }

    /** Stops the search soon; any thread may say so. */
    public void cancel() {
        isCancelled = true;
    }

    /** The time since the start. */
    public Duration time() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What the search has used up, or null if it may go on. */
    public @Nullable Limit exceeded(long expansions, long calls, double money) {
        if (isCancelled || Thread.currentThread().isInterrupted()) {
            return Limit.CANCELLED;
        } else if (expansions >= budget.expansions()) {
            return Limit.EXPANSIONS;
        } else if (System.nanoTime() - start >= nanos) {
            return Limit.TIME;
        } else if (calls >= budget.calls()) {
            return Limit.CALLS;
        } else if (money >= budget.money()) {
            return Limit.MONEY;
        } else if (expansions >= nextMemoryCheck) {
            nextMemoryCheck = expansions + MEMORY_PERIOD;
            return isFull() && isFullOfUse(expansions) ? Limit.MEMORY : null;
        }
        return null;
    }

    /** The same without garbage. To collect it takes long, so not again before much was added. */
    private boolean isFullOfUse(long expansions) {
        System.gc();
        nextMemoryCheck = expansions + Math.max(MEMORY_PERIOD, expansions / 16);
        return isFull();
    }

    /** Whether less than a quarter of the heap is free: the arrays double when they grow. */
    private static boolean isFull() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return used > runtime.maxMemory() / 4 * 3;
    }
}
