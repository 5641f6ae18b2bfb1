package dev.clew.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CausalGamesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsGainedUnlessInclinationsKnowSomething(long seed) {
        String table = CausalGames.table(seed);
        assertThat(CausalGames.table(seed)).isEqualTo(table);
        List<String> blocks = List.of(table.split("\n\n"));
        assertThat(blocks.get(2).lines().skip(1))
                .hasSize(4)
                .allMatch(line -> line.matches(".*  0\\.00 +0\\.00 +0\\.00 +0"));
        List<String> beyond = blocks.get(4).lines().skip(1).toList();
        assertThat(beyond).hasSize(2);
        assertThat(beyond.getLast().split(" {2,}")[2]).matches("[1-9].*");
    }
}
