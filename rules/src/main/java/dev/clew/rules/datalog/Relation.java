package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A set of tuples of integer codes, in the order in which they came. Tuples lie one after the other
 * in one array; a hash table of row numbers keeps them distinct. A relation of facts is filled by
 * {@link #append} and then shared by threads; others belong to one evaluation.
 */
public final class Relation {
    static final int MIX = 0x9E3779B1;

    /** How many rows are entered in one go, so that the JVM compiles whole methods. */
    private static final int CHUNK = 32;

    /** What is known of a row: nothing yet, or its final truth. */
    static final byte OPEN = 0;

    static final byte TRUE = 1;
    static final byte UNDEFINED = 2;
    static final byte FALSE = 3;

    private static final int[] NOTHING = {};
    private static final byte[] NO_BYTES = {};

    /** A relation that nobody fills. */
    static final Relation EMPTY = new Relation("", 0);

    private final String name;
    final int arity;

    /** The tuples; replaced when it grows, so that who holds the old one may go on reading it. */
    int[] data = NOTHING;

    int size;

    /** Its number in the {@link Residue} of its level. */
    int place;

    /** The truth of each row where rows may be anything but true; null where all rows are true. */
    byte @Nullable [] truth;

    /** The column that a lattice keeps the best value of, or -1 for a plain set. */
    final int best;

    int[] table = NOTHING;
    int shift;

    /** How many keys the table of a lattice has; that of a set has as many as there are rows. */
    private int keys;

    /** With this many rows the arrays of a set must grow. */
    int room;

    /** How many rows (of a lattice: keys) there were before the last {@link #clear}. */
    private int expected;

    private volatile Index[] indexes = {};

    /** Whether its own table finds a tuple: derived relations but for lattices. */
    final boolean isSet;

    /** A relation of facts, to be filled by {@link #append}. */
    public Relation(String name, int arity) {
        this(name, arity, -1, false);
    }

    private Relation(String name, int arity, int best, boolean isSet) {
        this.name = name;
        this.arity = arity;
        this.best = best;
        this.isSet = isSet;
        if (best >= 0) {
            truth = NO_BYTES;
        }
    }

    /** A relation of derived tuples; it keeps them distinct. */
    static Relation derived(String name, int arity) {
        return new Relation(name, arity, -1, true);
    }

    /** A relation that keeps the best value in one column, of tuples that else are equal. */
    static Relation lattice(String name, int arity, int best) {
        return new Relation(name, arity, best, false);
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** How many columns there are. */
    public int arity() {
        return arity;
    }

    /** Makes room for this many rows in all. */
    public void reserve(int rows) {
        if (data.length < rows * arity) {
            data = Arrays.copyOf(data, rows * arity);
        }
    }

    /** Adds a tuple without looking whether it is there already. */
    public void append(int[] tuple) {
        int at = size * arity;
        if (at + arity > data.length) {
            enlarge();
        }
        System.arraycopy(tuple, 0, data, at, arity);
        size++;
    }

    private void enlarge() {
        long length = Math.max(16L * arity, data.length + ((long) data.length >> 1) + arity);
        if (data.length == 0) {
            length = Math.max(length, (expected + 1L) * arity);
        }
        if (length > Integer.MAX_VALUE - 16) {
            throw new OutOfMemoryError();
        }
        data = Arrays.copyOf(data, (int) (length - length % Math.max(1, arity)));
    }

    void markTruth() {
        truth = NO_BYTES;
    }

    /** Forgets all tuples. Their arrays are left to whoever reads them still. */
    void clear() {
        if (size > 0) {
            expected = best < 0 ? size : keys;
        }
        data = NOTHING;
        size = 0;
        table = NOTHING;
        keys = 0;
        room = 0;
        for (Index x : indexes) {
            x.clear();
        }
        if (truth != null) {
            truth = NO_BYTES;
        }
    }

    /** The truth of a row. */
    byte truthOf(int row) {
        byte[] t = truth;
        return t == null ? TRUE : row < t.length ? t[row] : best >= 0 ? TRUE : OPEN;
    }

    void setTruth(int row, byte value) {
        byte[] t = truth;
        if (t != null) {
            if (row >= t.length) {
                byte[] longer = Arrays.copyOf(t, Math.max(row + 1, data.length / arity(arity)));
                if (best >= 0) {
                    Arrays.fill(longer, t.length, longer.length, TRUE);
                }
                t = longer;
                truth = longer;
            }
            t[row] = value;
        }
    }

    private static int arity(int arity) {
        return Math.max(1, arity);
    }

    /**
     * Adds the tuple in the given registers, or finds it.
     *
     * @return its row, or {@code ~row} if it was there already
     */
    int add(int[] registers, int[] from) {
        if (room == 0) {
            makeRoom();
        }
        int[] t = table;
        int mask = t.length - 1;
        int h = 0;
        for (int r : from) {
            h = (h + registers[r]) * MIX;
        }
        int i = h >>> shift;
        for (int e; (e = t[i]) != 0; i = i + 1 & mask) {
            if (holds((e - 1) * arity, registers, from)) {
                return -e;
            }
        }
        int row = size;
        t[i] = row + 1;
        addLast(registers, from, row);
        if (size >= room) {
            makeRoom();
        }
        return row;
    }

    /** Adds a pair at a free place of the table. */
    void put(int place, int x, int y) {
        int row = size;
        int[] d = data;
        table[place] = row + 1;
        d[2 * row] = x;
        d[2 * row + 1] = y;
        size = row + 1;
        if (row + 1 >= room) {
            makeRoom();
        }
    }

    /** Adds a pair, if it is not there, whose place in the table is taken by another. */
    void addLater(int place, int x, int y) {
        int[] t = table;
        int[] d = data;
        int mask = t.length - 1;
        int i = place + 1 & mask;
        for (int e; (e = t[i]) != 0; i = i + 1 & mask) {
            if (d[2 * e - 1] == y && d[2 * e - 2] == x) {
                return;
            }
        }
        put(i, x, y);
    }

    /** Gives a set room for more rows, in the table and the array of tuples. */
    void makeRoom() {
        if (size >= table.length >> 1) {
            growTable(table.length < 1 << 14 ? 4 : 2);
        }
        if ((size + 1L) * arity > data.length) {
            enlarge();
        }
        room = Math.min(table.length >> 1, arity == 0 ? Integer.MAX_VALUE : data.length / arity);
    }

    private int addLast(int[] registers, int[] from, int row) {
        int at = row * arity;
        if (at + arity > data.length) {
            enlarge();
        }
        int[] d = data;
        for (int k = 0; k < from.length; k++) {
            d[at + k] = registers[from[k]];
        }
        size = row + 1;
        return row;
    }

    private boolean holds(int at, int[] registers, int[] from) {
        int[] d = data;
        for (int k = 0; k < from.length; k++) {
            if (d[at + k] != registers[from[k]]) {
                return false;
            }
        }
        return true;
    }

    /** The row of the tuple in the given registers, or -1. */
    int find(int[] registers, int[] from) {
        int[] t = table;
        if (t.length == 0) {
            return -1;
        }
        int mask = t.length - 1;
        int h = 0;
        for (int r : from) {
            h = (h + registers[r]) * MIX;
        }
        for (int i = h >>> shift, e; (e = t[i]) != 0; i = i + 1 & mask) {
            if (holds((e - 1) * arity, registers, from)) {
                return e - 1;
            }
        }
        return -1;
    }

    private void growTable(int times) {
        int[] old = table;
        int[] fresh = new int[old.length == 0 ? firstLength() : old.length * times];
        table = fresh;
        shift = Integer.numberOfLeadingZeros(fresh.length) + 1;
        if (best >= 0) {
            rehashKeys(old);
        } else if (arity == 2) {
            for (int row = 0; row < size; row += CHUNK) {
                rehashPairs(fresh, shift, data, 2 * row, 2 * Math.min(size, row + CHUNK));
            }
        } else {
            rehash(fresh);
        }
    }

    /** The length of the first table, which should do if there will be as many rows as before. */
    private int firstLength() {
        int rows = Math.min(expected, 1 << 28);
        return Math.max(64, Integer.highestOneBit(Math.max(1, rows)) * 4);
    }

    private static void rehashPairs(int[] table, int shift, int[] d, int start, int end) {
        int mask = table.length - 1;
        int i = -1;
        for (int at = start; at < end; ) {
            i = i < 0 ? (d[at] * MIX + d[at + 1]) * MIX >>> shift : i + 1 & mask;
            if (table[i] == 0) {
                at += 2;
                table[i] = at >> 1;
                i = -1;
            }
        }
    }

    private void rehash(int[] fresh) {
        int mask = fresh.length - 1;
        int k = arity;
        int[] d = data;
        for (int row = 0, at = 0; row < size; row++, at += k) {
            int h = 0;
            for (int c = 0; c < k; c++) {
                h = (h + d[at + c]) * MIX;
            }
            int i = h >>> shift;
            while (fresh[i] != 0) {
                i = i + 1 & mask;
            }
            fresh[i] = row + 1;
        }
    }

    private void rehashKeys(int[] old) {
        int mask = table.length - 1;
        for (int e : old) {
            if (e != 0) {
                int at = (e - 1) * arity;
                int h = 0;
                for (int c = 0; c < arity; c++) {
                    h = c == best ? h : (h + data[at + c]) * MIX;
                }
                int i = h >>> shift;
                while (table[i] != 0) {
                    i = i + 1 & mask;
                }
                table[i] = e;
            }
        }
    }

    /**
     * Adds the tuple in the given registers to a lattice, unless there is one that agrees in all
     * other columns and whose value is at least as good. The row of a worse one becomes false.
     */
    void improve(int[] registers, int[] from, Numbers numbers, boolean least) {
        if (keys >= table.length >> 1) {
            growTable(2);
        }
        int[] t = table;
        int mask = t.length - 1;
        int h = 0;
        for (int k = 0; k < from.length; k++) {
            h = k == best ? h : (h + registers[from[k]]) * MIX;
        }
        int i = h >>> shift;
        long value = numbers.valueOf(registers[from[best]]);
        for (int e; (e = t[i]) != 0; i = i + 1 & mask) {
            int at = (e - 1) * arity;
            if (agrees(at, registers, from)) {
                long before = numbers.valueOf(data[at + best]);
                if (least ? before <= value : before >= value) {
                    return;
                }
                setTruth(e - 1, FALSE);
                t[i] = addLast(registers, from, size) + 1;
                return;
            }
        }
        keys++;
        t[i] = addLast(registers, from, size) + 1;
    }

    private boolean agrees(int at, int[] registers, int[] from) {
        for (int k = 0; k < from.length; k++) {
            if (k != best && data[at + k] != registers[from[k]]) {
                return false;
            }
        }
        return true;
    }

    /** The index on these columns, made if there is none. */
    Index index(int[] columns) {
        Index known = known(columns);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = known(columns);
            if (known != null) {
                return known;
            }
            Index fresh = new Index(this, columns);
            Index[] longer = Arrays.copyOf(indexes, indexes.length + 1);
            longer[indexes.length] = fresh;
            indexes = longer;
            return fresh;
        }
    }

    private @Nullable Index known(int[] columns) {
        for (Index x : indexes) {
            if (x.isOn(columns)) {
                return x;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
