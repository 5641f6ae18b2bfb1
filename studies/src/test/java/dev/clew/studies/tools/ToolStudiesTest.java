package dev.clew.studies.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.studies.tools.ReverseChainStudy.Row;

import org.junit.jupiter.api.Test;

/** What the studies claim. */
class ToolStudiesTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);

    @Test
    void backwardBeatsForwardWhereToolsLookAlike() {
        Row row = ReverseChainStudy.row(3, 3, 0.1, SEED);
        assertThat(row.backward().exact()).isGreaterThanOrEqualTo(row.forward().exact() + 10);
        assertThat(row.backward().right()).isGreaterThanOrEqualTo(row.forward().right() + 10);
        assertThat(row.forward().calls()).isGreaterThanOrEqualTo(row.backward().calls());
    }

    @Test
    void takingWrongChoicesBackGainsAgain() {
        Row row = ReverseChainStudy.row(3, 3, 0.1, SEED);
        assertThat(row.checked().exact()).isGreaterThanOrEqualTo(row.backward().exact() + 15);
        assertThat(row.checked().right()).isGreaterThanOrEqualTo(row.backward().right() + 15);
        // More questions do not help forward as much.
        assertThat(row.checked().exact()).isGreaterThan(row.forwardLonger().exact() + 15);
    }

    @Test
    void whereNoToolLooksLikeAnotherTheyAreEqual() {
        for (int depth = 1; depth <= 4; depth++) {
            Row row = ReverseChainStudy.row(depth, 0, 0.1, SEED);
            assertThat(Math.abs(row.backward().exact() - row.forward().exact()))
                    .as("depth %s", depth)
                    .isLessThan(4);
        }
    }

    @Test
    void checkedPlansAreAllValidAndFreeOnesAreNot() {
        RegainsStudy.Row row = RegainsStudy.row(0.15, SEED);
        assertThat(row.typed().valid()).isEqualTo(100);
        assertThat(row.free().valid()).isLessThan(85);
        assertThat(row.formed().exact()).isGreaterThanOrEqualTo(row.free().exact() + 10);
        assertThat(row.typed().exact()).isGreaterThanOrEqualTo(row.formed().exact() + 10);
    }

    @Test
    void whereNothingIsWrittenWronglyTheFormGainsNothing() {
        RegainsStudy.Row row = RegainsStudy.row(0, SEED);
        assertThat(row.formed()).isEqualTo(row.free());
    }

    @Test
    void theSameSeedGivesTheSameTable() {
        assertThat(ReverseChainStudy.table(7)).isEqualTo(ReverseChainStudy.table(7));
        assertThat(ReverseChainStudy.table(7)).isNotEqualTo(ReverseChainStudy.table(8));
        assertThat(RegainsStudy.table(7)).isEqualTo(RegainsStudy.table(7));
    }
}
