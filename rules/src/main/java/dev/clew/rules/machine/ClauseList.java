package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * An ordered list of clauses that is read without locks while it grows at either end, with hash
 * indexes on any argument that are made when a call could use them (just-in-time indexing). A
 * bucket of an index is a list of the same kind, so that a second argument can narrow it further.
 * Writers hold the database's lock.
 */
final class ClauseList {
    /** Lists up to this length are searched one by one. */
    static final int SMALL = 8;

    /**
     * A stretch of an array: entries from {@code start} (inclusive) to {@code end} are in use and
     * never change.
     */
    static final class Window {
        final Clause[] array;
        volatile int start;
        volatile int end;

        /** The lowest place ever used. */
        int floor;

        Window(Clause[] array, int start, int end) {
            this.floor = start;
            this.array = array;
            this.start = start;
            this.end = end;
        }
    }

    volatile Window window = new Window(new Clause[4], 0, 0);

    /** Bit i is set if some clause has a key at argument i (of the first four). */
    volatile int mask;

    private int erased;
    private int erasedInIndexes;
    private volatile @Nullable Index @Nullable [] indexes;

    /** The index on one argument; {@code useless} if that argument hardly tells clauses apart. */
    private static final class Index {
        final KeyedLists buckets = new KeyedLists();
        final ClauseList unkeyed = new ClauseList();
        boolean useless;
    }

    int size() {
        Window w = window;
        return w.end - w.start;
    }

    void addLast(Clause c) {
        Window w = window;
        if (w.end == w.array.length) {
            w = new Window(Arrays.copyOf(w.array, Math.max(4, w.array.length * 2)), w.start, w.end);
        }
        int end = w.end;
        w.array[end] = c;
        w.end = end + 1;
        window = w;
        noteKeys(c);
        updateIndexes(c, true);
    }

    /**
     * Places of dead clauses are not used again: calls that began before those died still read
     * them.
     */
    void addFirst(Clause c) {
        Window w = window;
        if (w.floor == 0) {
            int size = w.end - w.start;
            int gap = Math.max(4, size);
            Clause[] array = new Clause[gap + w.array.length - w.start];
            System.arraycopy(w.array, w.start, array, gap, size);
            w = new Window(array, gap - 1, gap + size);
            w.array[gap - 1] = c;
            window = w;
        } else {
            erased += w.start - w.floor;
            w.floor--;
            w.array[w.floor] = c;
            w.start = w.floor;
        }
        noteKeys(c);
        updateIndexes(c, false);
    }

    /** An argument is worth a look if some clause has a key there, once there are two clauses. */
    private void noteKeys(Clause c) {
        int m = mask;
        if (m != 15) {
            mask =
                    m
                            | (c.key0 != 0 ? 1 : 0)
                            | (c.key1 != 0 ? 2 : 0)
                            | (c.key2 != 0 ? 4 : 0)
                            | (c.key3 != 0 ? 8 : 0);
        }
    }

    /**
     * Notes that a clause of this list died; returns a list without dead clauses when it is time to
     * clean up, else this. Dead clauses stay as long as the view of a query shows them.
     */
    ClauseList erasedOne(Views views, ClauseProcedure owner) {
        Window w = window;
        int start = w.start;
        while (start < w.end && isGone(w.array[start], views, owner)) {
            start++;
            erased--;
        }
        erased++;
        w.start = start;
        if (indexes != null && ++erasedInIndexes > Math.max(SMALL, w.end - start)) {
            indexes = null;
            erasedInIndexes = 0;
        }
        if (erased > SMALL && erased > (w.end - start) / 2) {
            return cleaned(views, owner);
        }
        return this;
    }

    private static boolean isGone(Clause c, Views views, ClauseProcedure owner) {
        if (!c.isErased()) {
            return false;
        } else if (views.show(c)) {
            views.keep(owner);
            return false;
        }
        return true;
    }

    /** A list of the clauses that are not dead, or still shown by the view of a query. */
    ClauseList cleaned(Views views, ClauseProcedure owner) {
        ClauseList fresh = new ClauseList();
        Window w = window;
        for (int i = w.start; i < w.end; i++) {
            if (!isGone(w.array[i], views, owner)) {
                fresh.addLast(w.array[i]);
            }
        }
        return fresh;
    }

    // ---- Indexes ----

    /**
     * The bucket to search for a call with the given key of argument {@code i}, or null if that
     * argument is no help.
     */
    @Nullable ClauseList bucket(int i, int key, Database db) {
        @Nullable Index[] all = indexes;
        Index index = all == null || i >= all.length ? null : all[i];
        if (index == null) {
            synchronized (db) {
                index = makeIndex(i, db.views());
            }
        }
        if (index.useless) {
            return null;
        }
        ClauseList bucket = index.buckets.get(key);
        return bucket == null ? index.unkeyed : bucket;
    }

    private Index makeIndex(int i, Views views) {
        @Nullable Index[] all = indexes;
        if (all != null && i < all.length && all[i] != null) {
            return all[i];
        }
        Index index = new Index();
        Window w = window;
        int live = 0;
        int unkeyed = 0;
        for (int j = w.start; j < w.end; j++) {
            Clause c = w.array[j];
            if (!c.isErased() || views.show(c)) {
                live++;
                unkeyed += c.keyOfArgument(i) == 0 ? 1 : 0;
                enter(index, c, i, true);
            }
        }
        if (index.buckets.size() < 2
                || unkeyed > live / 2
                || index.buckets.size() * 2L < Math.min(live, 8)) {
            index.useless = true;
            index.buckets.clear();
        }
        @Nullable Index[] longer =
                all == null
                        ? new Index[Math.max(4, i + 1)]
                        : Arrays.copyOf(all, Math.max(all.length, i + 1));
        longer[i] = index;
        indexes = longer;
        return index;
    }

    private void updateIndexes(Clause c, boolean last) {
        @Nullable Index[] all = indexes;
        if (all == null) {
            return;
        }
        for (int i = 0; i < all.length; i++) {
            Index index = all[i];
            if (index != null && index.useless) {
                indexes = size() >= 64 && Integer.bitCount(size()) == 1 ? null : all;
            } else if (index != null) {
                enter(index, c, i, last);
            }
        }
    }

    private static void enter(Index index, Clause c, int i, boolean last) {
        int key = c.keyOfArgument(i);
        if (key == 0) {
            for (ClauseList bucket : index.buckets.lists()) {
                add(bucket, c, last);
            }
            add(index.unkeyed, c, last);
            return;
        }
        ClauseList bucket = index.buckets.get(key);
        if (bucket == null) {
            bucket = new ClauseList();
            Window w = index.unkeyed.window;
            for (int j = w.start; j < w.end; j++) {
                bucket.addLast(w.array[j]);
            }
            add(bucket, c, last);
            index.buckets.put(key, bucket);
        } else {
            add(bucket, c, last);
        }
    }

    private static void add(ClauseList list, Clause c, boolean last) {
        if (last) {
            list.addLast(c);
        } else {
            list.addFirst(c);
        }
    }
}
