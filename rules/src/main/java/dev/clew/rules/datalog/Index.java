package dev.clew.rules.datalog;

import java.util.Arrays;

/**
 * A hash index of a relation on some of its columns, made when first used (just-in-time indexing).
 * The rows that agree on these columns form a chain, newest first, so that a range of row numbers
 * is a stretch of the chain. An index follows its relation only when {@link #catchUp} says so.
 */
final class Index {
    private static final int[] NOTHING = {};

    private final Relation relation;
    private final int[] columns;

    /** Open addressing: the number of the newest row of each chain plus one, or 0. */
    int[] table = NOTHING;

    int shift;
    private int chains;

    /** For each row the next older one of its chain, or -1. */
    int[] next = NOTHING;

    /** How many rows are entered; written last, so that other threads see what was entered. */
    private volatile int built;

    Index(Relation relation, int[] columns) {
        this.relation = relation;
        this.columns = columns;
    }

    /** Forgets all rows. */
    void clear() {
        table = NOTHING;
        next = NOTHING;
        chains = 0;
        built = 0;
    }

    boolean isOn(int[] wanted) {
        return Arrays.equals(columns, wanted);
    }

    /** Enters the rows that the relation got meanwhile. */
    void catchUp() {
        if (built != relation.size || table.length == 0) {
            enterRows();
        }
    }

    private synchronized void enterRows() {
        int end = relation.size;
        if (table.length == 0) {
            table = new int[Math.max(16, Integer.highestOneBit(Math.max(1, end)) * 2)];
            shift = Integer.numberOfLeadingZeros(table.length) + 1;
        }
        if (next.length < end) {
            next = Arrays.copyOf(next, Math.max(end, next.length + (next.length >> 1)));
        }
        int[] data = relation.data;
        int arity = relation.arity;
        for (int row = built; row < end; row++) {
            int slot = slotOf(data, row * arity);
            int head = table[slot];
            next[row] = head - 1;
            table[slot] = row + 1;
            if (head == 0 && ++chains > table.length >> 1) {
                grow(data, arity);
            }
        }
        built = end;
    }

    /** The place of the chain for the row at {@code at}, or the free place where it belongs. */
    private int slotOf(int[] data, int at) {
        int[] t = table;
        int mask = t.length - 1;
        int h = 0;
        for (int c : columns) {
            h = (h + data[at + c]) * Relation.MIX;
        }
        int i = h >>> shift;
        for (int e; (e = t[i]) != 0 && !agree(data, (e - 1) * relation.arity, at); ) {
            i = i + 1 & mask;
        }
        return i;
    }

    private boolean agree(int[] data, int a, int b) {
        for (int c : columns) {
            if (data[a + c] != data[b + c]) {
                return false;
            }
        }
        return true;
    }

    private void grow(int[] data, int arity) {
        int[] old = table;
        table = new int[old.length * 2];
        shift--;
        for (int e : old) {
            if (e != 0) {
                table[slotOf(data, (e - 1) * arity)] = e;
            }
        }
    }

    /** As {@link #find} for one column, when another value has the first place. */
    int findLater(int x, int column) {
        int[] t = table;
        int[] data = relation.data;
        int arity = relation.arity;
        int mask = t.length - 1;
        int i = (x * Relation.MIX >>> shift) + 1 & mask;
        for (int e; (e = t[i]) != 0; i = i + 1 & mask) {
            if (data[(e - 1) * arity + column] == x) {
                return e - 1;
            }
        }
        return -1;
    }

    /** The newest row whose columns have the values in the given registers, or -1. */
    int find(int[] registers, int[] key) {
        int[] t = table;
        int[] data = relation.data;
        int arity = relation.arity;
        int mask = t.length - 1;
        if (key.length == 1) {
            int x = registers[key[0]];
            int c = columns[0];
            int i = x * Relation.MIX >>> shift;
            for (int e; (e = t[i]) != 0; i = i + 1 & mask) {
                if (data[(e - 1) * arity + c] == x) {
                    return e - 1;
                }
            }
            return -1;
        }
        int h = 0;
        for (int r : key) {
            h = (h + registers[r]) * Relation.MIX;
        }
        int i = h >>> shift;
        for (int e; (e = t[i]) != 0; i = i + 1 & mask) {
            if (holds(data, (e - 1) * arity, registers, key)) {
                return e - 1;
            }
        }
        return -1;
    }

    private boolean holds(int[] data, int at, int[] registers, int[] key) {
        for (int k = 0; k < key.length; k++) {
            if (data[at + columns[k]] != registers[key[k]]) {
                return false;
            }
        }
        return true;
    }
}
