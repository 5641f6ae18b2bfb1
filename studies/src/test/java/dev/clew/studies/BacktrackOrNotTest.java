package dev.clew.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class BacktrackOrNotTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void attemptsWinOnCountdownAndBacktrackingOnSudokuWithEqualExpansions(long seed) {
        String table = BacktrackOrNot.table(seed);
        assertThat(BacktrackOrNot.table(seed)).isEqualTo(table);
        List<String> blocks = List.of(table.split("\n\n"));
        assertThat(differences(blocks.get(1), "countdown")).hasSize(4).allMatch(d -> d >= 0);
        assertThat(differences(blocks.get(1), "sudoku 6x6")).hasSize(4).allMatch(d -> d <= -10);
        assertThat(differences(blocks.get(3), "")).hasSize(2).allMatch(d -> d == 0);
    }

    private static List<Double> differences(String block, String puzzle) {
        List<Double> differences = new ArrayList<>();
        for (String line : block.lines().skip(1).toList()) {
            if (line.startsWith(puzzle)) {
                differences.add(Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }
        return differences;
    }
}
