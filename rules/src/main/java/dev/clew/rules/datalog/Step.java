package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * One step of a join: a walk over rows that match what is bound already, a test, or what is done
 * with a complete match. Its cursor belongs to the running join.
 */
final class Step {
    /** Walks over rows. */
    static final int SCAN = 0;

    /** Tests that there is a row. */
    static final int ANY = 1;

    /** Tests that there is no row. */
    static final int NONE = 2;

    /** Assumes that there will be no row, as a condition of what is derived. */
    static final int ASSUME_NONE = 3;

    static final int COMPARE = 4;
    static final int COMPUTE = 5;
    static final int CHECK_VALUE = 6;
    static final int COPY = 7;
    static final int SAME = 8;
    static final int DIFFERENT = 9;

    /** Asks for answers of a predicate. */
    static final int DEMAND = 10;

    /** Adds a tuple. */
    static final int EMIT = 11;

    private static final int[] NO_COLUMNS = {};

    final int kind;

    /** The walk to go on with when this step fails. */
    int back;

    Relation relation = Relation.EMPTY;

    /** What the registers in {@link #key} are looked up in; null for the relation's own table. */
    @Nullable Index index;

    /** Whether all rows are walked over. */
    boolean all;

    int[] key = NO_COLUMNS;

    private int[] bindColumns = NO_COLUMNS;
    private int[] bindRegisters = NO_COLUMNS;
    private int[] checkColumns = NO_COLUMNS;
    private int[] checkRegisters = NO_COLUMNS;

    /** From where the relation's rows come as news, or null for one that does not change. */
    @Nullable Feed feed;

    /** Whether the literal stands before that of the news in its rule. */
    boolean before;

    /** Rows from this one on count as not there yet. */
    int limit;

    int candidate;
    int row;

    Literal.@Nullable Relator relator;
    @Nullable Expression left;
    @Nullable Expression right;
    int target;
    int source;

    /** Whether a lattice keeps the least value. */
    boolean least;

    Step(int kind) {
        this.kind = kind;
    }

    void bind(int[] columns, int[] registers) {
        bindColumns = columns;
        bindRegisters = registers;
    }

    void check(int[] columns, int[] registers) {
        checkColumns = columns;
        checkRegisters = registers;
    }

    /** Loads a row into the registers; returns whether it fits. */
    boolean take(int r, int[] registers) {
        int[] data = relation.data;
        int at = r * relation.arity;
        int[] columns = bindColumns;
        int[] to = bindRegisters;
        for (int i = 0; i < columns.length; i++) {
            registers[to[i]] = data[at + columns[i]];
        }
        return checkColumns.length == 0 || checks(data, at, registers);
    }

    private boolean checks(int[] data, int at, int[] registers) {
        for (int i = 0; i < checkColumns.length; i++) {
            if (data[at + checkColumns[i]] != registers[checkRegisters[i]]) {
                return false;
            }
        }
        return true;
    }

    /** Goes to before the first row. */
    void open(int[] registers) {
        Index x = index;
        candidate =
                x != null
                        ? x.find(registers, key)
                        : all ? limit - 1 : relation.find(registers, key);
    }

    /** Goes to the next row that fits; returns whether there is one. */
    boolean advance(int[] registers) {
        int r = candidate;
        while (r >= 0) {
            int next = after(r);
            if (r < limit
                    && (relation.truth == null || relation.truthOf(r) != Relation.FALSE)
                    && take(r, registers)) {
                row = r;
                candidate = next;
                return true;
            }
            r = next;
        }
        return false;
    }

    private int after(int r) {
        Index x = index;
        return x != null ? x.next[r] : all ? r - 1 : -1;
    }

    /** Whether there is a row that fits. */
    boolean any(int[] registers) {
        open(registers);
        return candidate >= 0 && advance(registers);
    }
}
