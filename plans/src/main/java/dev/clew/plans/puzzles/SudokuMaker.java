package dev.clew.plans.puzzles;

import dev.clew.goals.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes grids that have one solution, and tells whether a grid has. */
public final class SudokuMaker {
    private SudokuMaker() {}

    /** The solutions of a grid, so many at most. */
    public static List<Grid> solutions(Grid grid, int max) {
        return solutions(grid, max, null);
    }

    private static List<Grid> solutions(Grid grid, int max, @Nullable Random random) {
        var problem = Sudoku.problem(grid);
        List<Grid> found = new ArrayList<>();
        ArrayDeque<Grid> agenda = new ArrayDeque<>();
        agenda.push(grid);
        while (!agenda.isEmpty() && found.size() < max) {
            Grid next = agenda.pop();
            if (next.isSolved()) {
                found.add(next);
                continue;
            }
            List<Step<Grid>> steps = new ArrayList<>(problem.by().expand(next));
            if (random != null) {
                Collections.shuffle(steps, random);
            }
            for (Step<Grid> step : steps.reversed()) {
                agenda.push(step.premises().getFirst());
            }
        }
        return found;
    }

    /**
     * A grid with one solution.
     *
     * @param side 4, 6, 9 or 16
     * @param maxEmpty how many cells to empty at most; fewer if there would be more solutions
     */
    public static Grid make(int side, int maxEmpty, Random random) {
        Grid grid = solutions(Grid.of(new byte[side * side]), 1, random).getFirst();
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            cells.add(i);
        }
        Collections.shuffle(cells, random);
        int empty = 0;
        for (int cell : cells) {
            Grid next = grid.with(cell, 0);
            if (empty < maxEmpty && solutions(next, 2).size() == 1) {
                grid = next;
                empty++;
            }
        }
        return grid;
    }
}
