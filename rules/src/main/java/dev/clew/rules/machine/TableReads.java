package dev.clew.rules.machine;

import dev.clew.rules.sources.Reading;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What some completed tables were computed from: the dynamic predicates that were called, each with
 * the number of its last change, and the program as a whole. The tables hold as long as nothing of
 * it changes; if facts from outside went into them, for the query that has read these.
 */
final class TableReads {
    private final Map<ClauseProcedure, Long> changes;
    private final long program;
    private final @Nullable Reading outside;

    /** The generation in which this was last found to be valid. */
    private volatile long validAt;

    /** The newest change that the tables have seen. */
    private final long newest;

    TableReads(Database db, Iterable<ClauseProcedure> procedures, @Nullable Reading outside) {
        this.outside = outside;
        long at = db.generation;
        Map<ClauseProcedure, Long> all = new java.util.IdentityHashMap<>();
        long last = db.programChanged;
        this.program = last;
        for (ClauseProcedure p : procedures) {
            all.put(p, p.lastChange());
            last = Math.max(last, p.lastChange());
        }
        this.changes = all;
        this.newest = last;
        this.validAt = at;
    }

    /** Whether nothing has changed since. */
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
        for (Map.Entry<ClauseProcedure, Long> e : changes.entrySet()) {
            if (e.getKey().lastChange() != e.getValue()) {
                return false;
            }
        }
        validAt = now;
        return true;
    }

    /** Whether a view sees all that the tables have seen, as it was then. */
    boolean isSeenBy(View view) {
        return newest <= view.since(Long.MAX_VALUE);
    }

    /** What the query had open of the sources that were read, or null if none was. */
    @Nullable Reading outside() {
        return outside;
    }

    Iterable<ClauseProcedure> procedures() {
        return changes.keySet();
    }
}
