package dev.clew.data.files;

import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * All rows of a file in memory. An index is made for each set of arguments that a call has bound,
 * when the first such call comes.
 */
final class Table {
    /** So many values of a column are looked up, to keep equal ones once. */
    private static final int REMEMBERED = 4096;

    private final int width;
    private final Term[] cells;
    private final int[] lines;
    private final Map<BitSet, Index> indexes = new HashMap<>();

    private Table(int width, Term[] cells, int[] lines) {
        this.width = width;
        this.cells = cells;
        this.lines = lines;
    }

    /** Reads all records. */
    static Table read(Records records, int width) throws IOException {
        Term[] cells = new Term[64 * width];
        int[] lines = new int[64];
        int n = 0;
        Map<Term, Term> known = new HashMap<>();
        while (records.next()) {
            if (n == lines.length) {
                lines = Arrays.copyOf(lines, n + (n >> 1));
                cells = Arrays.copyOf(cells, lines.length * width);
            }
            lines[n] = records.line();
            for (int i = 0; i < width; i++) {
                cells[n * width + i] = shared(records.value(i), known);
            }
            n++;
        }
        return new Table(width, Arrays.copyOf(cells, n * width), Arrays.copyOf(lines, n));
    }

    private static Term shared(Term value, Map<Term, Term> known) {
        Term same = value instanceof Atomic ? known.get(value) : null;
        if (same == null && value instanceof Atomic && known.size() < REMEMBERED) {
            known.put(value, value);
        }
        return same == null ? value : same;
    }

    int size() {
        return lines.length;
    }

    Term value(int row, int argument) {
        return cells[row * width + argument];
    }

    int line(int row) {
        return lines[row];
    }

    /** The first row that may match, or -1. */
    int first(Lookup lookup) {
        if (lookup.bound.isEmpty()) {
            return size() == 0 ? -1 : 0;
        }
        Index index = index(lookup.bound);
        lookup.index = index;
        return skip(lookup, index.first(lookup.arguments));
    }

    /** The next row after {@code row} that may match, or -1. */
    int next(Lookup lookup, int row) {
        Index index = lookup.index;
        if (index == null) {
            return row + 1 < size() ? row + 1 : -1;
        }
        return skip(lookup, index.next(row));
    }

    /** Leaves out rows that only share the hash. */
    private int skip(Lookup lookup, int row) {
        Index index = lookup.index;
        int r = row;
        while (index != null && r >= 0 && !matches(lookup, r)) {
            r = index.next(r);
        }
        return r;
    }

    private boolean matches(Lookup lookup, int row) {
        BitSet bound = lookup.bound;
        for (int i = bound.nextSetBit(0); i >= 0; i = bound.nextSetBit(i + 1)) {
            if (!value(row, i).equals(lookup.arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private Index index(BitSet bound) {
        synchronized (indexes) {
            return indexes.computeIfAbsent(bound, set -> new Index(this, set));
        }
    }

    /** Which arguments of a call are bound, and the index for them. */
    static final class Lookup {
        final Term[] arguments;
        final BitSet bound = new BitSet();
        @Nullable Index index;

        Lookup(Term[] arguments) {
            this.arguments = arguments;
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof Atomic) {
                    bound.set(i);
                }
            }
        }
    }
}
