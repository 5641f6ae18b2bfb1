package dev.clew.rules.sources;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one query has open of the sources that it reads: connections, the versions of files. All
 * relations that the query reads share it, so that two tables of a database are read in one
 * transaction. It is closed when the query ends.
 */
public final class Reading implements AutoCloseable {
    private final Map<Object, AutoCloseable> open = new LinkedHashMap<>();
    private long deadline = Long.MAX_VALUE;
    private volatile boolean closed;

    /** The resource that is kept under a key, made if there is none yet. */
    public synchronized <T extends AutoCloseable> T resource(
            Object key, Class<T> type, Supplier<? extends T> make) {
        AutoCloseable known = open.get(key);
        if (known == null) {
            known = make.get();
            open.put(key, known);
        }
        return type.cast(known);
    }

    /** The resource that is kept under a key, or null. */
    public synchronized @Nullable AutoCloseable known(Object key) {
        return open.get(key);
    }

    /**
     * The moment, in {@link System#nanoTime}, at which the query ends; the largest if it may run
     * on.
     */
    public synchronized long deadline() {
        return deadline;
    }

    /** Sets the moment at which the query ends. */
    public synchronized void setDeadline(long nanos) {
        deadline = nanos;
    }

    /** Whether the query has ended: what it has read may be otherwise by now. */
    public boolean isClosed() {
        return closed;
    }

    /** Closes all that is open. What goes wrong then concerns nobody: everything has been read. */
    @Override
    public synchronized void close() {
        closed = true;
        AutoCloseable[] all = open.values().toArray(new AutoCloseable[0]);
        open.clear();
        for (int i = all.length - 1; i >= 0; i--) {
            close(all[i]);
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // Nothing more is wanted of it.
        }
    }
}
