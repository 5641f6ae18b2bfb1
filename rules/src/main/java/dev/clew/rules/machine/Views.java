package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The fixed views of the running queries, and the procedures that keep removed clauses for them. A
 * query that is dropped without being closed counts until it is collected.
 */
final class Views {
    /** Never changed but replaced, since writers look at it often. */
    private volatile List<WeakReference<View>> fixed = List.of();

    private final AtomicLong lastId = new AtomicLong();

    /** The view of the query that is at work in a thread. */
    private final ThreadLocal<@Nullable View> current = new ThreadLocal<>();

    /** Procedures with removed clauses that some view shows; writers hold the database's lock. */
    private final Set<ClauseProcedure> keeping = ConcurrentHashMap.newKeySet();

    /** The view of the query at work in this thread, or else a new live one. */
    View forNewMachine() {
        View v = current.get();
        return v != null ? v : new View(lastId.incrementAndGet());
    }

    /** Fixes a view for a query, unless the query is part of one at work in this thread. */
    View begin(View own, Database db) {
        View outer = current.get();
        View v = outer != null ? outer : own.isFixed() ? new View(own.id) : own;
        if (outer == null) {
            v.fix(this, db);
        }
        v.users.incrementAndGet();
        return v;
    }

    /** Ends the use of a view by a query; then drops the clauses that were kept for it alone. */
    void end(View v, Database db) {
        if (v.users.decrementAndGet() > 0) {
            return;
        }
        v.endReading();
        replace(v, null);
        if (keeping.isEmpty()) {
            return;
        }
        synchronized (db) {
            ClauseProcedure[] kept = keeping.toArray(new ClauseProcedure[0]);
            keeping.clear();
            for (ClauseProcedure p : kept) {
                p.clauses = p.clauses.cleaned(this, p);
            }
        }
    }

    /** Does some work; the machines made in it see what {@code v} shows. */
    <T> T within(View v, Supplier<T> work) {
        View before = current.get();
        current.set(v);
        try {
            return work.get();
        } finally {
            current.set(before);
        }
    }

    void add(View v) {
        replace(null, v);
    }

    private synchronized void replace(@Nullable View old, @Nullable View fresh) {
        List<WeakReference<View>> all = new ArrayList<>(fixed.size() + 1);
        for (WeakReference<View> r : fixed) {
            View v = r.get();
            if (v != null && v != old) {
                all.add(r);
            }
        }
        if (fresh != null) {
            all.add(new WeakReference<>(fresh));
        }
        fixed = all;
    }

    /** Whether a view shows a clause that has been removed. */
    boolean show(Clause c) {
        for (WeakReference<View> r : fixed) {
            View v = r.get();
            if (v != null && v.shows(c)) {
                return true;
            }
        }
        return false;
    }

    /** Notes that a procedure keeps removed clauses. */
    void keep(ClauseProcedure p) {
        keeping.add(p);
    }
}
