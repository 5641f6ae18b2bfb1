package dev.clew.plans.puzzles;

import dev.clew.goals.Expander;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;

import java.util.ArrayList;
import java.util.List;

/**
 * Sudoku. The values of a grid depend on each other, so the whole grid is one goal: to fill it. A
 * step fills in what follows and then one value more, of a cell with the fewest possible ones; its
 * premise is to fill what is left. A full grid is given.
 */
public final class Sudoku implements Expander<Grid> {
    private final boolean propagates;
    private final int[][] units;

    private Sudoku(Grid grid, boolean propagates) {
        this.propagates = propagates;
        this.units = Propagation.units(grid);
    }

    /** The problem of filling a grid. */
    public static Problem<Grid> problem(Grid grid) {
        return new Problem<>(grid, Grid::isSolved, new Sudoku(grid, true));
    }

    /**
     * The same without thought: cell by cell, each value that does not stand in its row, column or
     * box yet.
     */
    public static Problem<Grid> plainProblem(Grid grid) {
        return new Problem<>(grid, Grid::isSolved, new Sudoku(grid, false));
    }

    /**
     * What a step fills in.
     *
     * @param cell the cell that was chosen, row by row from 0; -1 if all values followed
     * @param value the value that was chosen for it
     * @param choices how many values were possible there
     * @param followed what was filled in before because it followed, and why
     */
    public record Filled(int cell, int value, int choices, List<String> followed) {
        public Filled {
            followed = List.copyOf(followed);
        }
    }

    @Override
    public List<Step<Grid>> expand(Grid goal) {
        Propagation known = propagates ? Propagation.of(goal, units) : Propagation.without(goal);
        if (known.isContradictory()) {
            return List.of();
        }
        Grid grid = propagates ? known.grid() : goal;
        int cell = propagates ? known.narrowest() : known.first();
        if (cell < 0) {
            return grid.equals(goal)
                    ? List.of()
                    : List.of(step("all follows", grid, new Filled(-1, 0, 0, known.reasons())));
        }
        List<Step<Grid>> steps = new ArrayList<>();
        int choices = Integer.bitCount(known.possible(cell));
        for (int bits = known.possible(cell); bits != 0; bits &= bits - 1) {
            int value = Integer.numberOfTrailingZeros(bits) + 1;
            steps.add(
                    step(
                            Grid.name(cell, grid.side()) + " = " + Grid.character(value),
                            grid.with(cell, value),
                            new Filled(cell, value, choices, known.reasons())));
        }
        return steps;
    }

    private static Step<Grid> step(String name, Grid premise, Filled filled) {
        return new Step<>(name, List.of(premise), 1, filled);
    }
}
