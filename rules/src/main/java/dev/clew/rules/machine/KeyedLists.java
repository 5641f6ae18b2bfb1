package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A hash table from clause keys to lists of clauses, read without locks: slots are written once,
 * and growing makes a new array. Writers hold the database's lock.
 */
final class KeyedLists {
    /** A key with its clauses. */
    record Entry(int key, ClauseList list) {}

    private volatile @Nullable Entry[] slots = new Entry[16];
    private int size;

    int size() {
        return size;
    }

    @Nullable ClauseList get(int key) {
        @Nullable Entry[] table = slots;
        int mask = table.length - 1;
        for (int i = spread(key) & mask; ; i = i + 1 & mask) {
            Entry e = table[i];
            if (e == null) {
                return null;
            } else if (e.key == key) {
                return e.list;
            }
        }
    }

    /** Adds a key that is not there yet. */
    void put(int key, ClauseList list) {
        @Nullable Entry[] table = slots;
        if (++size * 2 > table.length) {
            @Nullable Entry[] larger = new Entry[table.length * 2];
            for (Entry e : table) {
                if (e != null) {
                    insert(larger, e);
                }
            }
            insert(larger, new Entry(key, list));
            slots = larger;
        } else {
            insert(table, new Entry(key, list));
            slots = table;
        }
    }

    private static void insert(@Nullable Entry[] table, Entry e) {
        int mask = table.length - 1;
        int i = spread(e.key) & mask;
        while (table[i] != null) {
            i = i + 1 & mask;
        }
        table[i] = e;
    }

    private static int spread(int key) {
        return key ^ key >>> 16;
    }

    void clear() {
        slots = new Entry[16];
        size = 0;
    }

    /** All lists. */
    List<ClauseList> lists() {
        List<ClauseList> lists = new ArrayList<>(size);
        for (Entry e : slots) {
            if (e != null) {
                lists.add(e.list);
            }
        }
        return lists;
    }
}
