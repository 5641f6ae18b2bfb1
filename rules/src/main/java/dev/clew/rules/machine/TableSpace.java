package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The completed tables that all queries share. A query fills tables of its own and puts them here
 * when they are complete; so nobody waits, and no unfinished table is ever seen by another query.
 */
final class TableSpace {
    private record Key(ClauseProcedure procedure, Term[] call, int hash) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key k
                    && k.hash == hash
                    && k.procedure == procedure
                    && StoredTerms.equal(k.call, call);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Map<Key, Table> tables = new ConcurrentHashMap<>();

    /** How often tables were abolished: a table begun before is not put here. */
    private final AtomicLong epoch = new AtomicLong();

    long epoch() {
        return epoch.get();
    }

    @Nullable Table get(ClauseProcedure p, Term[] call, int hash) {
        return tables.isEmpty() ? null : tables.get(new Key(p, call, hash));
    }

    /** Shares a completed table, unless tables were abolished since {@code begun}. */
    void put(Table t, long begun) {
        if (begun != epoch.get()) {
            return;
        }
        Key key = new Key(t.procedure, t.call, t.hash);
        tables.put(key, t);
        if (begun != epoch.get()) {
            tables.remove(key, t);
        }
    }

    void remove(Table t) {
        tables.remove(new Key(t.procedure, t.call, t.hash), t);
    }

    /** Forgets the tables for which the condition holds. */
    void abolish(java.util.function.Predicate<Table> condition) {
        epoch.incrementAndGet();
        tables.values().removeIf(condition);
    }

    Iterable<Table> all() {
        return tables.values();
    }
}
