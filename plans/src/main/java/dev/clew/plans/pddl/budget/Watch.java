package dev.clew.plans.pddl.budget;

import java.util.function.BooleanSupplier;

/** Stops work whose time is over, whose memory is used up, or that somebody has cancelled. */
public final class Watch {
    /** How much of the heap, at least, must stay free. */
    private static final long RESERVE = 24L << 20;

    private final long deadline;
    private final long expansions;
    private final BooleanSupplier isCancelled;
    private long expanded;
    private int calls;

    /**
     * A watch.
     *
     * @param deadline when to stop, by {@link System#nanoTime}
     * @param expansions how many states may be expanded
     * @param isCancelled whether to stop at once
     */
    public Watch(long deadline, long expansions, BooleanSupplier isCancelled) {
        this.deadline = deadline;
        this.expansions = expansions;
        this.isCancelled = isCancelled;
    }

    /** A watch that never stops anything. */
    public static Watch none() {
        return new Watch(System.nanoTime() + Long.MAX_VALUE / 2, Long.MAX_VALUE, () -> false);
    }

    /** This watch with an earlier deadline, for a part of the work. */
    public Watch until(long earlier) {
        return new Watch(
                earlier - deadline < 0 ? earlier : deadline, expansions - expanded, isCancelled);
    }

    /** Nanoseconds left. */
    public long left() {
        return deadline - System.nanoTime();
    }

    /** Counts work that took a while; looks at the clock every time. */
    public void checkNow() {
        if (isCancelled.getAsBoolean()) {
            throw new Stopped(Stopped.Reason.CANCELLED);
        }
        if (left() < 0) {
            throw new Stopped(Stopped.Reason.TIME);
        }
    }

    /** Counts a little work; looks at the clock now and then. */
    public void check() {
        if ((++calls & 0xff) == 0) {
            checkNow();
        }
    }

    /** Counts an expansion. */
    public void expand() {
        if (++expanded > expansions) {
            throw new Stopped(Stopped.Reason.EXPANSIONS);
        }
        check();
    }

    /** How many states were expanded under this watch. */
    public long expanded() {
        return expanded;
    }

    /** Counts the expansions of a part of the work. */
    public void add(long more) {
        expanded += more;
    }

    /** Makes sure that an array of so many bytes can be made, before it is. */
    public static void reserve(long bytes) {
        Runtime r = Runtime.getRuntime();
        if (r.maxMemory() - r.totalMemory() + r.freeMemory() > bytes + RESERVE) {
            return;
        }
        // What looks used may be garbage; collecting is worth its time only here.
        System.gc();
        if (r.maxMemory() - r.totalMemory() + r.freeMemory() <= bytes + RESERVE) {
            throw new Stopped(Stopped.Reason.MEMORY);
        }
    }
}
