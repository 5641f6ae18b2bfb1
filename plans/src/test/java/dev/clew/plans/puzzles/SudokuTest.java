package dev.clew.plans.puzzles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.goals.proofs.ProofCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class SudokuTest {
    private static final String HARD =
            "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";

    @Test
    void fillsAHardGrid() {
        Grid grid = Grid.read("hard", HARD);
        Problem<Grid> problem = Sudoku.problem(grid);
        var found =
                (Outcome.Achieved<Grid>) Search.of(problem).by(new Strategy.DepthFirst(100)).run();
        Grid solution = found.proof().lines().getFirst().goal();
        assertThat(solution.isSolved()).isTrue();
        assertThat(solution.extendsGrid(grid)).isTrue();
        assertThat(ProofCheck.fault(found.proof(), problem)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 9, 16})
    void fillsGridsOfEachSize(int side) {
        long seed = Long.getLong("clew.seed", 11);
        Grid grid = SudokuMaker.make(side, side * side / 2, new Random(seed));
        assertThat(grid.empty()).as("seed %d", seed).isGreaterThan(side);
        var found =
                (Outcome.Achieved<Grid>)
                        Search.of(Sudoku.problem(grid)).by(new Strategy.DepthFirst(300)).run();
        Grid solution = found.proof().lines().getFirst().goal();
        assertThat(solution.isSolved() && solution.extendsGrid(grid)).isTrue();
        assertThat(SudokuMaker.solutions(grid, 2)).containsExactly(solution);
    }

    @Test
    void thoughtAndBruteForceAgreeOnSmallGrids() {
        long seed = Long.getLong("clew.seed", 5);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Grid grid = Grid.of(new byte[16]);
            for (int i = 0; i < 5; i++) {
                Grid next = grid.with(random.nextInt(16), 1 + random.nextInt(4));
                grid = next.clash() < 0 ? next : grid;
            }
            assertThat(isPossible(Sudoku.problem(grid)))
                    .as("%s, seed %d", grid, seed)
                    .isEqualTo(isPossible(Sudoku.plainProblem(grid)));
        }
    }

    private static boolean isPossible(Problem<Grid> problem) {
        Outcome<Grid> outcome = Search.of(problem).by(new Strategy.DepthFirst(100)).run();
        assertThat(outcome).isNotInstanceOf(Outcome.OutOfBudget.class);
        return outcome instanceof Outcome.Achieved;
    }

    @Test
    void saysNoToAGridThatCannotBeFilled() {
        Grid grid = Grid.read("bad", "12.. ..34 .... ....");
        assertThat(isPossible(Sudoku.problem(grid))).isFalse();
    }

    @Test
    void tellsWhereATextIsNoGrid() {
        assertThatThrownBy(() -> Grid.read("f", "12..\n..x.\n....\n....\n"))
                .hasMessage(
                        "f:2:3: error: The character (x) is no value.\n"
                                + "  Maybe a dot, for an empty cell?");
        assertThatThrownBy(() -> Grid.read("f", "12..\n..5.\n....\n....\n"))
                .hasMessage("f:2:3: error: The value (5) is too large for a side of 4.");
        assertThatThrownBy(() -> Grid.read("f", "12..\n.1..\n....\n....\n"))
                .hasMessage("f:2:2: error: The value (1) stands twice in its row, column or box.");
        assertThatThrownBy(() -> Grid.read("f", "12.."))
                .hasMessageContaining("f:1:5: error: There are 4 cells.");
    }
}
