package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a machine may use. The host's limits end the query with an {@link Interruption}; those that
 * a program sets for a goal of its own raise errors that it can catch. All are checked every few
 * thousand calls.
 */
public final class Limits {
    private static final int MEMORY_INTERVAL = 16;
    private static final int CAREFUL_INTERVAL = 256;
    private static final double HIGH = 0.70;
    private static final double FULL = 0.80;

    /**
     * How long cleanup goals may run, all together, after a limit of the host has ended the query.
     */
    private static final long GRACE_NANOS = 200_000_000;

    /**
     * The deepest recursion allowed: about half of the heap for frames, so that runaway recursion
     * ends before the heap is full.
     */
    private static final long FRAMES = Math.max(1_000_000, Runtime.getRuntime().maxMemory() / 250);

    private final Machine m;
    private volatile Interruption.@Nullable Reason request;
    private volatile @Nullable Term signal;
    private long deadline = Long.MAX_VALUE;
    private long maxInferences = Long.MAX_VALUE;
    private long maxBytes = Long.MAX_VALUE;
    private int maxDepth = Integer.MAX_VALUE;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Quota> quotas = new ArrayList<>();
    private int polls;
    private long growth;
    private long nextLook;
    private long usedBefore;
    private boolean ending;
    private boolean over;

    int depthLimit = Integer.MAX_VALUE;
    int depthBase;
    int depthReached;
    boolean depthExceeded;

    /** A time limit of the program's own. */
    private record Alarm(long id, long deadline, Term ball) {}

    /** An inference limit of the program's own. */
    private record Quota(long id, long end, Term ball) {}

    Limits(Machine m) {
        this.m = m;
    }

    /** Asks the machine to stop soon; may be called from any thread. */
    public void cancel() {
        request = Interruption.Reason.CANCELLED;
    }

    /** Raises {@code ball} in the running goal soon; may be called from any thread. */
    public void signal(Term ball) {
        signal = ball;
    }

    /** Withdraws a request to stop. */
    public void reset() {
        request = null;
        signal = null;
    }

    /** The moment, in {@link System#nanoTime}, at which the query ends. */
    long deadline() {
        return deadline;
    }

    /** Sets the moment, in {@link System#nanoTime}, at which the query ends. */
    public void setDeadline(long nanos) {
        deadline = nanos;
    }

    /** Sets how many calls the machine may make from now on. */
    public void setInferences(long calls) {
        maxInferences = calls == Long.MAX_VALUE ? calls : m.inferences() + calls;
        m.refuel();
    }

    /** Sets how much of the Java heap may be in use before the query ends. */
    public void setBytes(long bytes) {
        maxBytes = bytes;
    }

    /** Sets by how much the use of the Java heap may grow from now on before the query ends. */
    public void setGrowth(long bytes) {
        if (bytes == Long.MAX_VALUE) {
            maxBytes = bytes;
        } else {
            Runtime r = Runtime.getRuntime();
            maxBytes = r.totalMemory() - r.freeMemory() + bytes;
        }
        growth = bytes;
        nextLook = maxBytes;
        m.refuel();
    }

    /** Sets how many frames deep the query may recurse. */
    public void setDepth(int frames) {
        maxDepth = frames;
    }

    /** Starts a time limit within the program. */
    public void startAlarm(long id, long nanos, Term ball) {
        alarms.add(new Alarm(id, nanos, ball));
    }

    /** Ends a time limit within the program. */
    public void stopAlarm(long id) {
        alarms.removeIf(x -> x.id == id);
    }

    /**
     * Starts an inference limit within the program: {@code end} is a value of {@link
     * Machine#inferences}.
     */
    public void startQuota(long id, long end, Term ball) {
        quotas.add(new Quota(id, end, ball));
        m.refuel();
    }

    /** Ends an inference limit within the program. */
    public void stopQuota(long id) {
        quotas.removeIf(x -> x.id == id);
        m.refuel();
    }

    /**
     * Starts, changes or (with {@code Integer.MAX_VALUE}) ends a depth limit within the program.
     */
    void setDepthLimit(int limit) {
        depthLimit = limit;
        m.refuel();
    }

    /** Goes on with a depth limit after its goal was left and is backtracked into. */
    void resumeDepthLimit(int limit, int base, int reached) {
        depthBase = base;
        depthReached = reached;
        setDepthLimit(limit);
    }

    /** Whether there is a limit on the number of calls. */
    boolean countsInferences() {
        return maxInferences != Long.MAX_VALUE || !quotas.isEmpty();
    }

    long inferencesLeft(long spent) {
        long left = maxInferences - spent;
        for (Quota q : quotas) {
            left = Math.min(left, q.end - spent);
        }
        return depthLimit != Integer.MAX_VALUE ? 0 : left;
    }

    /** Whether the query has ended and not even cleanup goals may run any more. */
    boolean isOver() {
        return over;
    }

    /** Forgets how the last query ended. */
    void restart() {
        if (ending) {
            ending = false;
            over = false;
            deadline = Long.MAX_VALUE;
        }
    }

    /**
     * Ends the query. Cleanup goals get some time; if that is not enough, they are ended too, and
     * no more of them are run.
     */
    private Interruption end(Interruption.Reason reason) {
        over = ending;
        ending = true;
        deadline = System.nanoTime() + GRACE_NANOS;
        maxInferences = Long.MAX_VALUE;
        return new Interruption(reason, 0);
    }

    /**
     * Ends the query if a limit is reached; for built-ins that take long without calling anything.
     */
    public void check() {
        if (over) {
            throw new Interruption(Interruption.Reason.TIME, 0);
        }
        if (request != null) {
            Interruption.Reason reason = request;
            request = null;
            throw end(reason);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw end(Interruption.Reason.CANCELLED);
        }
        Term ball = signal;
        if (ball != null) {
            signal = null;
            throw new PrologError(ball);
        }
        if (depthLimit != Integer.MAX_VALUE) {
            checkDepthLimit();
        }
        checkInferences();
        if (deadline != Long.MAX_VALUE || !alarms.isEmpty()) {
            checkTime();
        }
        if (maxDepth != Integer.MAX_VALUE && depth() > maxDepth) {
            throw end(Interruption.Reason.DEPTH);
        }
        if (depth() > FRAMES) {
            throw Errors.resource("stack");
        }
        if (maxBytes != Long.MAX_VALUE) {
            checkGrowth();
        }
        if (++polls % (maxBytes == Long.MAX_VALUE ? MEMORY_INTERVAL : 16 * MEMORY_INTERVAL) == 0) {
            checkMemory();
        }
    }

    /** As {@link #check}, for built-ins that have just made a lot of terms. */
    void checkAll() {
        check();
        checkMemory();
    }

    /**
     * How many calls may pass between two looks at the limits: fewer if calls might fill the memory
     * that is allowed.
     */
    int interval(int usual) {
        return maxBytes == Long.MAX_VALUE ? usual : Math.min(usual, CAREFUL_INTERVAL);
    }

    private int depth() {
        Frame f = m.env != null ? m.env : m.contFrame;
        return f == null ? 0 : f.depth;
    }

    private void checkDepthLimit() {
        int reached = depth() - depthBase;
        if (reached > depthLimit) {
            depthExceeded = true;
            throw DepthExceeded.INSTANCE;
        }
        depthReached = Math.max(depthReached, reached);
    }

    private void checkInferences() {
        long now = m.inferences();
        if (now > maxInferences) {
            throw end(Interruption.Reason.INFERENCES);
        }
        for (int i = quotas.size() - 1; i >= 0; i--) {
            Quota q = quotas.get(i);
            if (now > q.end) {
                quotas.subList(i, quotas.size()).clear();
                m.refuel();
                throw new PrologError(q.ball);
            }
        }
    }

    private void checkTime() {
        long now = System.nanoTime();
        if (now > deadline) {
            throw end(Interruption.Reason.TIME);
        }
        for (int i = 0; i < alarms.size(); i++) {
            Alarm a = alarms.get(i);
            if (now > a.deadline) {
                alarms.remove(i);
                throw new PrologError(a.ball);
            }
        }
    }

    /**
     * Memory is used up when most of it is still in use after a collection. That is looked at only
     * when the heap is rather full, since the collector's figures cost a module to load.
     */
    private void checkMemory() {
        Runtime r = Runtime.getRuntime();
        long used = r.totalMemory() - r.freeMemory();
        if (used > HIGH * r.maxMemory() && isFull() && isFullAfterAll()) {
            throw Errors.resource("memory");
        }
    }

    /**
     * The last collection may have been before the program let go of much; and the entries of atoms
     * that it found unused may be what fills the heap.
     */
    private static boolean isFullAfterAll() {
        Atom.sweep();
        System.gc();
        return isFull();
    }

    /**
     * Looks at the live bytes, which takes long, only when the heap has grown a good deal since the
     * last look or collection.
     */
    private void checkGrowth() {
        Runtime r = Runtime.getRuntime();
        long used = r.totalMemory() - r.freeMemory();
        if (used < usedBefore) {
            nextLook = maxBytes;
        }
        usedBefore = used;
        if (used > nextLook) {
            if (liveBytes() > maxBytes) {
                throw end(Interruption.Reason.MEMORY);
            }
            nextLook = used + Math.max(1 << 20, growth / 4);
        }
    }

    private static boolean isFull() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP
                    && isOld(pool)
                    && after != null
                    && after.getMax() > 0
                    && after.getUsed() > FULL * after.getMax()) {
                return true;
            }
        }
        return false;
    }

    private static long liveBytes() {
        long live = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && after != null) {
                live +=
                        isOld(pool) && pool.getUsage() != null
                                ? pool.getUsage().getUsed()
                                : after.getUsed();
            }
        }
        return live;
    }

    private static boolean isOld(MemoryPoolMXBean pool) {
        String name = pool.getName();
        return name.contains("Old") || name.contains("Tenured");
    }
}
