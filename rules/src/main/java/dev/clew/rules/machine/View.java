package dev.clew.rules.machine;

import dev.clew.rules.sources.Reading;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which clauses a query sees. A query of the host has a fixed view: the clauses that existed when
 * it began, and its own changes (snapshot isolation; H. Berenson et al., "A Critique of ANSI SQL
 * Isolation Levels", 1995, 4.2). Machines that load or update have a live one: each call sees the
 * clauses that exist when it begins.
 */
final class View {
    /** The start of a live view: later than every change. */
    private static final long LIVE = Long.MAX_VALUE;

    /** The author of clauses that all views see at once: those of libraries. */
    static final View OF_LIBRARIES = new View(-1);

    /** Stands in clauses for this view as the author of a change; clauses outlive views. */
    final long id;

    /** How many queries use this view. */
    final AtomicInteger users = new AtomicInteger();

    private final Set<Clause> hidden = new HashSet<>(1);

    /** The generation whose clauses a fixed view sees. */
    private volatile long start = LIVE;

    /** What the query has open outside, and the machine that opened it; guarded by this. */
    private @Nullable Reading reading;

    private @Nullable Machine reader;

    /** A live view. */
    View(long id) {
        this.id = id;
    }

    /**
     * Fixes this view at the present generation. A writer looks at {@code views} after its change,
     * so the generation must still be the same once this view stands there.
     */
    void fix(Views views, Database db) {
        start = db.generation;
        views.add(this);
        while (start != db.generation) {
            start = db.generation;
        }
    }

    /** What the query has open of the sources that lie outside; begun if nothing is. */
    synchronized Reading reading(Machine m, long deadline) {
        Reading r = reading;
        if (r == null) {
            r = new Reading();
            r.setDeadline(deadline);
            reading = r;
            reader = m;
        }
        return r;
    }

    /** Not synchronized: a machine asks for what it has done itself. */
    @SuppressWarnings("GuardedBy")
    boolean hasReading() {
        return reading != null;
    }

    /** Closes what is open, if this machine opened it and no other query uses this view. */
    synchronized void endReadingOf(Machine m) {
        if (reader == m && users.get() <= 1) {
            endReading();
        }
    }

    /** Closes what is open. */
    synchronized void endReading() {
        Reading r = reading;
        reading = null;
        reader = null;
        if (r != null) {
            r.close();
        }
    }

    boolean isFixed() {
        return start != LIVE;
    }

    /** The newest generation whose changes by others a call sees that begins at {@code now}. */
    long since(long now) {
        return Math.min(start, now);
    }

    /** Whether this view may still show a clause that has been removed. */
    boolean shows(Clause c) {
        return (c.birth <= start || c.addedBy == id) && start < c.death && c.erasedBy != id;
    }

    /**
     * Notes that this query too removed a clause which another one had removed since this one
     * began.
     */
    void hide(Clause c) {
        if (c.death > start) {
            hidden.add(c);
        }
    }

    /** Whether this query has removed a clause. */
    boolean hides(Clause c) {
        return c.erasedBy == id || hidden.contains(c);
    }
}
