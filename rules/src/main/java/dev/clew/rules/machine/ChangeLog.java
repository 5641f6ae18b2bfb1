package dev.clew.rules.machine;

import java.util.ArrayDeque;

/**
 * The latest changes to the clauses of an incremental predicate: when, and the keys of the
 * arguments of the clause that came or went. It is bounded; what is older counts as if every clause
 * had changed. Any thread may ask it.
 */
final class ChangeLog {
    private static final int MAX_CHANGES = 4096;

    private record Change(long generation, int[] keys) {}

    private final ArrayDeque<Change> changes = new ArrayDeque<>();

    /** Changes up to this generation are not known. */
    private long forgotten;

    /** A log that begins with the changes after a generation. */
    ChangeLog(long since) {
        this.forgotten = since;
    }

    /** Notes a clause that was added or removed. */
    synchronized void add(long generation, Clause clause) {
        if (generation <= forgotten) {
            return;
        }
        int[] keys = new int[clause.procedure.predicate.functor.arity()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = clause.keyOfArgument(i);
        }
        changes.addLast(new Change(generation, keys));
        if (changes.size() > MAX_CHANGES) {
            forgotten = changes.removeFirst().generation;
        }
    }

    /** Notes that any clause may have changed. */
    synchronized void addAll(long generation) {
        forgotten = generation;
        changes.clear();
    }

    /**
     * Whether a clause that one of the calls may have met changed after generation {@code since}.
     */
    synchronized boolean concerns(CallPatterns calls, long since) {
        if (since < forgotten) {
            return true;
        }
        var newestFirst = changes.descendingIterator();
        while (newestFirst.hasNext()) {
            Change c = newestFirst.next();
            if (c.generation <= since) {
                return false;
            } else if (calls.mayMeet(c.keys)) {
                return true;
            }
        }
        return false;
    }
}
