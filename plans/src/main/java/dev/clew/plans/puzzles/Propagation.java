package dev.clew.plans.puzzles;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows for a grid without guessing: a cell with one possible value has it, and a value with
 * one possible cell in a row, a column or a box stands there.
 */
final class Propagation {
    private final Grid grid;
    private final int side;
    private final byte[] cells;
    private final int[] possible;
    private final int[][] units;
    private final List<String> reasons = new ArrayList<>();
    private boolean isContradictory;

    private Propagation(Grid grid, int[][] units) {
        this.grid = grid;
        this.side = grid.side();
        this.cells = grid.cells();
        this.possible = new int[cells.length];
        this.units = units;
        int[] taken = new int[3 * side];
        for (int i = 0; i < cells.length; i++) {
            int bit = 1 << cells[i] >> 1;
            taken[i / side] |= bit;
            taken[side + i % side] |= bit;
            taken[2 * side + grid.box(i)] |= bit;
        }
        for (int i = 0; i < cells.length; i++) {
            int used = taken[i / side] | taken[side + i % side] | taken[2 * side + grid.box(i)];
            possible[i] = cells[i] == 0 ? (1 << side) - 1 & ~used : 0;
        }
    }

    /** The possible values of each empty cell of a grid, and nothing more. */
    static Propagation without(Grid grid) {
        return new Propagation(grid, new int[0][]);
    }

    /** A grid with all that follows. */
    static Propagation of(Grid grid, int[][] units) {
        Propagation all = new Propagation(grid, units);
        while (!all.isContradictory && (all.fillsCells() | all.fillsUnits())) {
            // Each round may make room for the next.
        }
        return all;
    }

    /** The cells of each row, column and box. */
    static int[][] units(Grid grid) {
        int side = grid.side();
        int[][] units = new int[3 * side][side];
        int[] next = new int[side];
        for (int i = 0; i < side * side; i++) {
            units[i / side][i % side] = i;
            units[side + i % side][i / side] = i;
            int box = grid.box(i);
            units[2 * side + box][next[box]++] = i;
        }
        return units;
    }

    private boolean fillsCells() {
        boolean fills = false;
        for (int i = 0; i < cells.length && !isContradictory; i++) {
            if (cells[i] == 0) {
                int count = Integer.bitCount(possible[i]);
                isContradictory = count == 0;
                if (count == 1) {
                    put(i, Integer.numberOfTrailingZeros(possible[i]) + 1, "the only value");
                    fills = true;
                }
            }
        }
        return fills;
    }

    private boolean fillsUnits() {
        boolean fills = false;
        for (int u = 0; u < units.length && !isContradictory; u++) {
            int once = 0;
            int twice = 0;
            int there = 0;
            for (int cell : units[u]) {
                twice |= once & possible[cell];
                once |= possible[cell];
                there |= 1 << cells[cell] >> 1;
            }
            isContradictory = (once | there) != (1 << side) - 1;
            for (int single = once & ~twice;
                    single != 0 && !isContradictory;
                    single &= single - 1) {
                fills |= fillsUnit(u, Integer.numberOfTrailingZeros(single));
            }
        }
        return fills;
    }

    private boolean fillsUnit(int unit, int bit) {
        for (int cell : units[unit]) {
            if ((possible[cell] >> bit & 1) == 1) {
                put(cell, bit + 1, "the only place in " + unitName(unit));
                return true;
            }
        }
        return false;
    }

    private String unitName(int unit) {
        String kind = unit < side ? "row " : unit < 2 * side ? "column " : "box ";
        return kind + (unit % side + 1);
    }

    private void put(int cell, int value, String reason) {
        cells[cell] = (byte) value;
        reasons.add(Grid.name(cell, side) + " = " + Grid.character(value) + " (" + reason + ")");
        int rest = ~(1 << value >> 1);
        possible[cell] = 0;
        for (int other = 0; other < cells.length; other++) {
            if (grid.see(cell, other)) {
                possible[other] &= rest;
            }
        }
    }

    boolean isContradictory() {
        return isContradictory;
    }

    /** The grid with what was filled in. */
    Grid grid() {
        return Grid.of(cells);
    }

    /** What was filled in and why, in order. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** The possible values of a cell as bits, from value 1 on. */
    int possible(int cell) {
        return possible[cell];
    }

    /** An empty cell with the fewest possible values; -1 if none is empty. */
    int narrowest() {
        int best = -1;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == 0
                    && (best < 0
                            || Integer.bitCount(possible[i]) < Integer.bitCount(possible[best]))) {
                best = i;
            }
        }
        return best;
    }

    /** The first empty cell; -1 if none is empty. */
    int first() {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
