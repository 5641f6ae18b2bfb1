package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * One step of a join: a walk over rows that match what is bound already, a test, or what is done
 * with a complete match. Its cursor belongs to the running join.
 */
class Step {
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

    /** The one column and register of the key, where an index has one; else -1. */
    int keyColumn = -1;

    int keyRegister;

    /** How many registers get their values from a row. */
    int binds;

    /** The first two registers that are set, with their columns; or those of a pair to emit. */
    int toRegister0;

    int fromColumn0;
    int toRegister1;
    int fromColumn1;

    private int[] bindColumns = NO_COLUMNS;
    private int[] bindRegisters = NO_COLUMNS;
    private int[] checkColumns = NO_COLUMNS;
    private int[] checkRegisters = NO_COLUMNS;

    /** Whether a pair is added to a plain relation of which all rows are true. */
    boolean isPair;

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
        binds = columns.length;
        if (binds > 0) {
            fromColumn0 = columns[0];
            toRegister0 = registers[0];
        }
        if (binds > 1) {
            fromColumn1 = columns[1];
            toRegister1 = registers[1];
        }
    }

    void check(int[] columns, int[] registers) {
        checkColumns = columns;
        checkRegisters = registers;
    }

    /** Looks the key up in an index, on one column of it alone. */
    void lookUp(Index by, int[] columns) {
        index = by;
        if (columns.length == 1) {
            keyColumn = columns[0];
            keyRegister = key[0];
        }
    }

    /** Notes what is known when all is set. */
    void finish() {
        isIntricate = relation.truth != null || checkColumns.length > 0 || bindColumns.length > 2;
    }

    /** Adds a tuple of registers to a relation. */
    void emit(Relation into, int[] tuple, boolean conditional) {
        relation = into;
        key = tuple;
        isPair = tuple.length == 2 && into.isSet && !conditional;
        if (isPair) {
            toRegister0 = tuple[0];
            toRegister1 = tuple[1];
        }
    }

    /** Loads a row into the registers; returns whether it fits. */
    private boolean take(int r, int[] registers) {
        int[] data = relation.data;
        int at = r * relation.arity;
        for (int i = 0; i < bindColumns.length; i++) {
            registers[bindRegisters[i]] = data[at + bindColumns[i]];
        }
        return check(data, at, registers);
    }

    /** Loads a row into the registers, if it counts; returns whether it fits. */
    boolean load(int r, int[] registers) {
        return (relation.truth == null || relation.truthOf(r) != Relation.FALSE)
                && take(r, registers);
    }

    private boolean check(int[] data, int at, int[] registers) {
        for (int i = 0; i < checkColumns.length; i++) {
            if (data[at + checkColumns[i]] != registers[checkRegisters[i]]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row must be looked at more closely than to load two registers. */
    boolean isIntricate;

    /**
     * What the join does not do itself: finds the first row that may fit, or performs a step that
     * is no walk; returns a negative number if there is none or it fails.
     */
    int perform(Evaluation e, Version v) {
        open(v.registers);
        return candidate;
    }

    /** Goes to the first row that may fit. */
    private void open(int[] registers) {
        Index x = index;
        candidate =
                x != null
                        ? x.find(registers, key)
                        : all ? limit - 1 : relation.find(registers, key);
    }

    /** Goes to the next row that fits; returns whether there is one. */
    private boolean advance(int[] registers) {
        int r = candidate;
        while (r >= 0) {
            int next = after(r);
            if (r < limit && load(r, registers)) {
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
