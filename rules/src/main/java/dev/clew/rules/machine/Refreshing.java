package dev.clew.rules.machine;

import dev.clew.rules.terms.PrologError;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Finds out, when a table is called, whether it still holds although facts have changed that it
 * depends on through other tables. Those that the change reaches are evaluated anew, from the facts
 * upwards; where the answers turn out to be the same as before, the change goes no further.
 */
final class Refreshing {
    /** So deep may an evaluation of this kind be started within another. */
    private static final int MAX_NESTING = 20;

    private final Machine m;
    private final Tabling tabling;
    private int nesting;

    Refreshing(Machine m, Tabling tabling) {
        this.m = m;
        this.tabling = tabling;
    }

    /** A table that waits for those that it was made from. */
    private static final class Visit {
        final Table table;
        final TableReads reads;
        final long[] changes;
        final Table[] used;
        int next;
        boolean isReplaced;

        Visit(Table table) {
            this.table = table;
            this.reads = TableReads.of(table);
            this.changes = reads.changesNow();
            this.used = reads.tables().clone();
        }

        /** Whether only the tables that were used can have changed. */
        boolean isWorthwhile(Database db) {
            return used.length > 0 && reads.holdsItself(db);
        }

        /** Puts a table with the same answers in the place of the one that was looked at last. */
        void settle(Table valid) {
            isReplaced |= used[next - 1] != valid;
            used[next - 1] = valid;
        }
    }

    /** The table, or one with the same answers to take its place; null if it does not hold. */
    @Nullable Table refreshed(Table root) {
        Database db = m.db();
        long generation = db.generation;
        Visit first = new Visit(root);
        if (nesting == MAX_NESTING || !first.isWorthwhile(db)) {
            return null;
        }
        Map<Table, Table> done = new IdentityHashMap<>();
        Deque<Visit> path = new ArrayDeque<>();
        path.push(first);
        while (true) {
            Visit v = path.element();
            Table valid;
            if (v.next < v.used.length) {
                Table u = v.used[v.next++];
                valid = done.get(u);
                if (valid == null) {
                    if (TableReads.of(u).isValid(db)) {
                        valid = u;
                    } else {
                        Visit next = new Visit(u);
                        if (next.isWorthwhile(db)) {
                            path.push(next);
                            continue;
                        }
                        valid = evaluated(u);
                    }
                }
                if (valid != null) {
                    done.put(u, valid);
                    v.settle(valid);
                    continue;
                }
                path.pop();
                valid = path.isEmpty() ? null : evaluated(v.table);
            } else {
                path.pop();
                valid = confirmed(v, generation);
            }
            // What has become of v decides about those that used it.
            while (valid == null && !path.isEmpty()) {
                v = path.pop();
                valid = path.isEmpty() ? null : evaluated(v.table);
            }
            if (valid == null || path.isEmpty()) {
                return valid;
            }
            done.put(v.table, valid);
            path.element().settle(valid);
        }
    }

    private Table confirmed(Visit v, long generation) {
        if (!v.isReplaced) {
            v.reads.confirm(generation, v.changes);
            return v.table;
        }
        Table fresh = v.table.with(v.reads.with(v.used));
        tabling.adopt(fresh);
        return fresh;
    }

    /** A new table in the place of one, if it has the same answers; else null. */
    private @Nullable Table evaluated(Table old) {
        tabling.forget(old);
        Delay delays = m.delays;
        nesting++;
        try {
            Table fresh = tabling.evaluated(old);
            return fresh != null && fresh.hasSameAnswers(old) ? fresh : null;
        } catch (PrologError e) {
            return null; // it will be raised again if the goal is called again
        } finally {
            nesting--;
            m.setDelays(delays);
        }
    }
}
