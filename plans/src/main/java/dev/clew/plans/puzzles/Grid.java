package dev.clew.plans.puzzles;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A grid of Sudoku, filled in part: 4, 6, 9 or 16 cells a side. Each row, each column and each box
 * is to hold each value once; the boxes have 2 x 2, 2 x 3, 3 x 3 or 4 x 4 cells.
 */
public final class Grid {
    private static final String VALUES = ".123456789ABCDEFG";

    private final int side;
    private final byte[] cells;

    private Grid(int side, byte[] cells) {
        this.side = side;
        this.cells = cells;
    }

    /** The grid of these cells, row by row, 0 for an empty one. */
    public static Grid of(byte[] cells) {
        int side = (int) Math.round(Math.sqrt(cells.length));
        if (side * side != cells.length || side != 4 && side != 6 && side != 9 && side != 16) {
            throw new IllegalArgumentException(
                    "A grid must have 4, 6, 9 or 16 cells a side; there are "
                            + cells.length
                            + " cells.");
        }
        for (byte cell : cells) {
            if (cell < 0 || cell > side) {
                throw new IllegalArgumentException(
                        "The value (" + cell + ") of a cell must be from 0 to " + side + ".");
            }
        }
        return new Grid(side, cells.clone());
    }

    /**
     * Reads a grid: a character for each cell, a dot or 0 for an empty one, A to G for 10 to 16.
     * Blanks, line ends and the lines of a frame do not matter.
     *
     * @param source what messages call the text
     * @throws PuzzleError if it is no grid
     */
    public static Grid read(String source, String text) {
        byte[] cells = new byte[256];
        int[] places = new int[256];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || "|+-".indexOf(c) >= 0) {
                continue;
            }
            int value = c == '0' ? 0 : VALUES.indexOf(Character.toUpperCase(c));
            if (value < 0) {
                throw error(
                        source,
                        text,
                        i,
                        "The character (" + c + ") is no value.",
                        "Maybe a dot, for an empty cell?");
            } else if (count == 256) {
                throw error(source, text, i, "There are more than 256 cells.", null);
            }
            places[count] = i;
            cells[count++] = (byte) value;
        }
        return checked(source, text, Arrays.copyOf(cells, count), places);
    }

    private static Grid checked(String source, String text, byte[] cells, int[] places) {
        int side = (int) Math.round(Math.sqrt(cells.length));
        if (side * side != cells.length || side != 4 && side != 6 && side != 9 && side != 16) {
            throw error(
                    source,
                    text,
                    text.length(),
                    "There are " + cells.length + " cells.",
                    "Maybe write an empty cell as a dot: there must be 16, 36, 81 or 256.");
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] > side) {
                throw error(
                        source,
                        text,
                        places[i],
                        "The value (" + cells[i] + ") is too large for a side of " + side + ".",
                        null);
            }
        }
        Grid grid = new Grid(side, cells);
        int clash = grid.clash();
        if (clash >= 0) {
            throw error(
                    source,
                    text,
                    places[clash],
                    "The value ("
                            + VALUES.charAt(cells[clash])
                            + ") stands twice in its row, column or box.",
                    null);
        }
        return grid;
    }

    private static PuzzleError error(
            String source, String text, int at, String sentence, @Nullable String hint) {
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new PuzzleError(source, line, at - start + 1, sentence, hint);
    }

    /** How many cells a side has. */
    public int side() {
        return side;
    }

    /** How many rows a box has. */
    int boxHeight() {
        return side == 16 ? 4 : side == 9 ? 3 : 2;
    }

    /** The box of a cell, from 0. */
    int box(int cell) {
        int width = side / boxHeight();
        return cell / side / boxHeight() * (side / width) + cell % side / width;
    }

    /** The value of a cell, row by row from 0; 0 if it is empty. */
    public int at(int cell) {
        return cells[cell];
    }

    /** The same grid with another value in a cell. */
    public Grid with(int cell, int value) {
        byte[] changed = cells.clone();
        changed[cell] = (byte) value;
        return new Grid(side, changed);
    }

    /** A copy of the cells. */
    byte[] cells() {
        return cells.clone();
    }

    /** How many cells are empty. */
    public int empty() {
        int empty = 0;
        for (byte cell : cells) {
            empty += cell == 0 ? 1 : 0;
        }
        return empty;
    }

    /** A cell whose value stands a second time in a row, a column or a box; -1 if there is none. */
    public int clash() {
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; cells[i] != 0 && j < i; j++) {
                if (cells[i] == cells[j] && see(i, j)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether two cells share a row, a column or a box. */
    boolean see(int a, int b) {
        return a / side == b / side || a % side == b % side || box(a) == box(b);
    }

    /** Whether each cell is filled and no value stands twice. */
    public boolean isSolved() {
        return empty() == 0 && clash() < 0;
    }

    /** Whether this grid has all values of another one. */
    public boolean extendsGrid(Grid other) {
        for (int i = 0; i < cells.length; i++) {
            if (side != other.side || other.cells[i] != 0 && other.cells[i] != cells[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name of a cell: {@code r1c2}. */
    static String name(int cell, int side) {
        return "r" + (cell / side + 1) + "c" + (cell % side + 1);
    }

    /** The character of a value. */
    static char character(int value) {
        return VALUES.charAt(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.equals(cells, grid.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    /** The rows, with a blank between boxes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int width = side / boxHeight();
        for (int row = 0; row < side; row++) {
            if (row > 0 && row % boxHeight() == 0) {
                text.append('\n');
            }
            for (int column = 0; column < side; column++) {
                text.append(column > 0 && column % width == 0 ? " " : "");
                text.append(character(cells[row * side + column]));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** All cells in one line. */
    public String line() {
        StringBuilder text = new StringBuilder();
        for (byte cell : cells) {
            text.append(character(cell));
        }
        return text.toString();
    }
}
