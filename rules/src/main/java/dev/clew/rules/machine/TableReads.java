package dev.clew.rules.machine;

import dev.clew.rules.sources.Reading;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * What some completed tables were computed from: the dynamic predicates that were called, each with
 * the number of its last change, other tables, and the program as a whole. The tables hold as long
 * as nothing of it changes; if facts from outside went into them, for the query that has read
 * these.
 *
 * <p>Of an incremental predicate, only clauses that a call may have met count; and of other tables
 * that depend on such predicates, only their answers ({@link Refreshing}; D. Saha and C. R.
 * Ramakrishnan, "Incremental and Demand-driven Points-To Analysis Using Logic Programming", 2005;
 * T. Swift, "Incremental Tabling in Support of Knowledge Representation and Reasoning", 2014).
 */
final class TableReads {
    private static final Table[] NO_TABLES = {};

    /** All predicates that the tables depend on, be it through other tables. */
    private final ClauseProcedure[] predicates;

    /** The last change of each predicate that the tables take account of; never changed itself. */
    private volatile long[] changes;

    /**
     * The same for what was read here; later than {@code changes} where a change does not count.
     */
    private volatile long[] ownChanges;

    /** How each predicate was called, if it is incremental and was called here. */
    private final @Nullable CallPatterns[] calls;

    /** Whether any change counts of a predicate. */
    private final boolean[] isWhole;

    private final Table[] tables;
    private final boolean isIncremental;
    private final long program;
    private final @Nullable Reading outside;

    /** The generation in which this was last found to be valid. */
    private volatile long validAt;

    /** The newest change that the tables have seen. */
    private final long newest;

    /** For tables that are complete now, in a query with a view. */
    TableReads(Database db, Reads reads, View view) {
        this(
                db.generation,
                db.programChanged,
                stamps(reads.predicates, view),
                reads.predicates,
                reads.tables.toArray(NO_TABLES),
                reads.outside,
                db.programChanged);
    }

    private TableReads(
            long validAt,
            long program,
            Map<ClauseProcedure, Long> stamps,
            Map<ClauseProcedure, Reads.Read> own,
            Table[] tables,
            @Nullable Reading outside,
            long since) {
        this.validAt = validAt;
        this.program = program;
        this.outside = outside;
        this.tables = tables;
        long last = since;
        for (Table t : tables) {
            TableReads reads = of(t);
            for (int i = 0; i < reads.predicates.length; i++) {
                stamps.merge(reads.predicates[i], reads.changes[i], Math::min);
            }
            last = Math.max(last, reads.newest);
        }
        int n = stamps.size();
        predicates = new ClauseProcedure[n];
        calls = new CallPatterns[n];
        isWhole = new boolean[n];
        long[] all = new long[n];
        boolean incremental = tables.length > 0;
        int i = 0;
        for (Map.Entry<ClauseProcedure, Long> e : stamps.entrySet()) {
            predicates[i] = e.getKey();
            all[i] = e.getValue();
            last = Math.max(last, all[i]);
            Reads.Read read = own.get(e.getKey());
            if (read != null) {
                calls[i] = read.calls();
                isWhole[i] = read.calls() == null;
                incremental |= read.calls() != null;
            }
            i++;
        }
        this.changes = all;
        this.ownChanges = all;
        this.newest = last;
        this.isIncremental = incremental;
    }

    /**
     * A query's own changes while the tables were filled do not count. Those by others do, if it
     * has seen some of them and perhaps not all.
     */
    private static Map<ClauseProcedure, Long> stamps(
            Map<ClauseProcedure, Reads.Read> own, View view) {
        Map<ClauseProcedure, Long> all = new IdentityHashMap<>();
        for (Map.Entry<ClauseProcedure, Reads.Read> e : own.entrySet()) {
            ClauseProcedure p = e.getKey();
            long since = e.getValue().since();
            boolean isMixed = !view.isFixed() && p.hasForeignChange(since, view.id);
            all.put(p, isMixed ? since : p.lastChange());
        }
        return all;
    }

    static TableReads of(Table t) {
        return java.util.Objects.requireNonNull(t.reads);
    }

    /** The same with other tables, which have the same answers and are valid. */
    TableReads with(Table[] others) {
        Map<ClauseProcedure, Long> stamps = new IdentityHashMap<>();
        Map<ClauseProcedure, Reads.Read> own = new IdentityHashMap<>();
        long[] now = ownChanges;
        for (int i = 0; i < predicates.length; i++) {
            if (isWhole[i] || calls[i] != null) {
                stamps.put(predicates[i], now[i]);
                own.put(predicates[i], new Reads.Read(now[i], calls[i]));
            }
        }
        return new TableReads(-1, program, stamps, own, others, outside, newest);
    }

    /** Whether nothing has changed since; if not, {@link Refreshing} may still find them valid. */
    boolean isValid(Database db) {
        if (outside != null && outside.isClosed()) {
            return false;
        }
        long now = db.generation;
        if (validAt == now) {
            return true;
        }
        if (program != db.programChanged) {
            return false;
        }
        long[] known = changes;
        for (int i = 0; i < predicates.length; i++) {
            if (predicates[i].lastChange() != known[i]) {
                if (tables.length > 0 || !holdsItself(db)) {
                    return false;
                }
                changes = ownChanges;
                break;
            }
        }
        validAt = now;
        return true;
    }

    /**
     * Whether nothing has changed that was read here, rather than in the making of other tables.
     */
    boolean holdsItself(Database db) {
        if (outside != null && outside.isClosed() || program != db.programChanged) {
            return false;
        }
        long[] known = ownChanges;
        long[] now = known.clone();
        for (int i = 0; i < predicates.length; i++) {
            long last = predicates[i].lastChange();
            CallPatterns called = calls[i];
            if (last == known[i] || !isWhole[i] && called == null) {
                continue;
            } else if (isWhole[i] || called == null) {
                return false;
            }
            ChangeLog log = predicates[i].changeLog;
            if (log == null || log.concerns(called, known[i])) {
                return false;
            }
            now[i] = last;
        }
        ownChanges = now;
        return true;
    }

    /** Notes that all tables that were used hold, as of a generation and the changes until then. */
    void confirm(long generation, long[] changesUntil) {
        changes = changesUntil;
        validAt = generation;
    }

    /** The last change of each predicate, for {@link #confirm}. */
    long[] changesNow() {
        long[] now = new long[predicates.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = predicates[i].lastChange();
        }
        return now;
    }

    /** Whether a view sees all that the tables have seen, as it was then. */
    boolean isSeenBy(View view) {
        return newest <= view.since(Long.MAX_VALUE);
    }

    /** Whether an incremental predicate is among what was read. */
    boolean isIncremental() {
        return isIncremental;
    }

    /** The tables that were used, as far as they depend on incremental predicates. */
    Table[] tables() {
        return tables;
    }

    /** What the query had open of the sources that were read, or null if none was. */
    @Nullable Reading outside() {
        return outside;
    }

    /** Gives each predicate and the last change to it that the tables take account of. */
    void forEach(ObjLongConsumer<ClauseProcedure> action) {
        long[] known = changes;
        for (int i = 0; i < predicates.length; i++) {
            action.accept(predicates[i], known[i]);
        }
    }
}
