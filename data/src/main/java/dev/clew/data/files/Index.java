package dev.clew.data.files;

import dev.clew.rules.terms.Term;

import java.util.Arrays;
import java.util.BitSet;

/** Rows by the hash of some of their values; rows with the same hash are chained in their order. */
final class Index {
    private final BitSet arguments;
    private final int[] heads;
    private final int[] nexts;

    Index(Table table, BitSet arguments) {
        this.arguments = arguments;
        int n = table.size();
        heads = new int[Integer.highestOneBit(Math.max(8, n)) << 1];
        nexts = new int[n];
        Arrays.fill(heads, -1);
        for (int row = n - 1; row >= 0; row--) {
            int hash = 0;
            for (int i = arguments.nextSetBit(0); i >= 0; i = arguments.nextSetBit(i + 1)) {
                hash = hash * 31 + table.value(row, i).hashCode();
            }
            int slot = slot(hash);
            nexts[row] = heads[slot];
            heads[slot] = row;
        }
    }

    int first(Term[] values) {
        int hash = 0;
        for (int i = arguments.nextSetBit(0); i >= 0; i = arguments.nextSetBit(i + 1)) {
            hash = hash * 31 + values[i].hashCode();
        }
        return heads[slot(hash)];
    }

    int next(int row) {
        return nexts[row];
    }

    private int slot(int hash) {
        int spread = hash * 0x9E3779B1;
        return (spread ^ spread >>> 15) & heads.length - 1;
    }
}
