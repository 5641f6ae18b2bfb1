package dev.clew.rules.limits;

import org.jspecify.annotations.Nullable;

/** Looks, on behalf of the search that a thread is busy with, whether it must stop. */
public final class Watch {
    /** After how many steps a loop looks, less one. */
    private static final int INTERVAL = (1 << 12) - 1;

    private static final ThreadLocal<@Nullable Runnable> CURRENT = new ThreadLocal<>();

    private Watch() {}

    /**
     * From now on, long steps of this thread run {@code check} again and again; it ends them by an
     * exception.
     *
     * @return the check that was in force before, to be put back
     */
    public static @Nullable Runnable set(@Nullable Runnable check) {
        Runnable before = CURRENT.get();
        if (check != before) {
            CURRENT.set(check);
        }
        return before;
    }

    /** As {@link #check}, once in some thousand steps. */
    public static void check(int step) {
        if ((step & INTERVAL) == 0) {
            check();
        }
    }

    /** Throws if the search of this thread must stop. */
    public static void check() {
        Runnable check = CURRENT.get();
        if (check != null) {
            check.run();
        }
    }
}
