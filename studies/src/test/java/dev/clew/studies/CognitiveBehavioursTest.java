package dev.clew.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CognitiveBehavioursTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void behavioursAreFoundByReadingAndWorthHaving(long seed) {
        String table = CognitiveBehaviours.table(seed);
        assertThat(CognitiveBehaviours.table(seed)).isEqualTo(table);
        List<String> heldOut = table.lines().filter(line -> line.startsWith("held out")).toList();
        assertThat(heldOut).hasSize(4).allMatch(line -> cell(line, 6) >= 0.95);
        assertThat(heldOut).allMatch(line -> cell(line, 7) <= 5);
        double whole = cell(line(table, "with all four"), 3);
        assertThat(whole).isGreaterThan(cell(line(table, "without backtracking"), 3) + 10);
        assertThat(whole).isGreaterThan(cell(line(table, "without verification"), 3) + 10);
        assertThat(cell(line(table, "without backtracking"), 1)).isEqualTo(100);
    }

    private static String line(String table, String start) {
        return table.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static double cell(String line, int column) {
        return Double.parseDouble(line.split(" {2,}")[column].replace("%", ""));
    }
}
