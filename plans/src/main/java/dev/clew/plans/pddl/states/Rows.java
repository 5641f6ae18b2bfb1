package dev.clew.plans.pddl.states;

import java.util.Arrays;

/** Many short lists of numbers in two arrays. */
public final class Rows {
    private final int[] starts;
    private final int[] items;

    private Rows(int[] starts, int[] items) {
        this.starts = starts;
        this.items = items;
    }

    /** These lists. */
    public static Rows of(int[][] rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + rows[i].length;
        }
        int[] items = new int[starts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, items, starts[i], rows[i].length);
        }
        return new Rows(starts, items);
    }

    /** Per value from 0 to {@code values - 1}, the rows of this that hold it. */
    public Rows inverted(int values) {
        int[] ends = new int[values + 1];
        for (int item : items) {
            ends[item + 1]++;
        }
        for (int v = 0; v < values; v++) {
            ends[v + 1] += ends[v];
        }
        int[] at = ends.clone();
        int[] rows = new int[items.length];
        for (int r = 0; r < size(); r++) {
            for (int i = starts[r]; i < starts[r + 1]; i++) {
                rows[at[items[i]]++] = r;
            }
        }
        return new Rows(ends, rows);
    }

    /** How many lists there are. */
    public int size() {
        return starts.length - 1;
    }

    /** Where a list starts; it ends where the next one starts. */
    public int start(int row) {
        return starts[row];
    }

    /** Where a list ends. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** The number at a place between the start and the end of a list. */
    public int at(int i) {
        return items[i];
    }

    /** The length of a list. */
    public int length(int row) {
        return starts[row + 1] - starts[row];
    }

    /** A copy of a list. */
    public int[] row(int row) {
        return Arrays.copyOfRange(items, starts[row], starts[row + 1]);
    }
}
