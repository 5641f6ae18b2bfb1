package dev.clew.plans.flip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class FlipStudyTest {
    private static final long SEED = Long.getLong("clew.seed", 7);

    private static FlipStudy.Row graph(boolean isBottleneck, double error, double verifierError) {
        Flip flip = new Flip(new NoisyPlanner(error), verifierError);
        return FlipStudy.row("", r -> FlipDomains.graph(true, isBottleneck, r), flip, 2000, SEED);
    }

    @Test
    void gainsWhereTheBottleneckIsNearTheGoal() {
        FlipStudy.Row row = graph(true, 0.15, 0);
        assertThat(row.flipped()).as("seed %d", SEED).isGreaterThanOrEqualTo(row.forward() + 4);
        FlipStudy.Row doubtful = graph(true, 0.15, 0.3);
        assertThat(doubtful.flipped()).isGreaterThanOrEqualTo(doubtful.forward() + 4);
    }

    @Test
    void gainsNothingWhereThereIsNoAsymmetry() {
        FlipStudy.Row row = graph(false, 0.15, 0);
        assertThat(row.mixed()).as("seed %d", SEED).isGreaterThanOrEqualTo(row.forward() - 1);
        assertThat(row.flipped()).isBetween(row.forward() - 2, row.forward() + 2);
    }

    @Test
    void solvesAllIfThePlannerDoesNotErr() {
        FlipStudy.Row row = graph(true, 0, 0);
        assertThat(List.of(row.forward(), row.flipped(), row.mixed())).containsOnly(100.0);
    }

    @Test
    void choosesTheBetterEndOfUnevenProblems() {
        FlipStudy.Row row = graph(true, 0.15, 0);
        assertThat(row.asymmetric()).isGreaterThan(100);
        assertThat(row.chosen()).as("seed %d", SEED).isGreaterThanOrEqualTo(80);
    }

    @Test
    void comesBackWhenItIsFlippedTwice() {
        Transitions<Integer> line =
                new Transitions<>(
                        0, 3, i -> i < 3 ? List.of(i + 1) : List.of(), i -> List.of(i - 1));
        assertThat(line.isPlan(List.of(0, 1, 2, 3), 3)).isTrue();
        assertThat(line.isPlan(List.of(0, 2, 3), 2)).isFalse();
        assertThat(line.isPlan(List.of(0, 1, 2, 3), 4)).isFalse();
        assertThat(line.flipped().isPlan(List.of(3, 2, 1, 0), 3)).isTrue();
        assertThat(line.flipped().flipped()).isEqualTo(line);
    }

    @Test
    void reversesTheTransitionsOfArraysExactly() {
        var random = new java.util.SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            var problem = FlipDomains.array(true, random);
            for (List<Integer> next : problem.next().apply(problem.goal())) {
                assertThat(problem.previous().apply(next)).contains(problem.goal());
            }
            for (List<Integer> before : problem.previous().apply(problem.goal())) {
                assertThat(problem.next().apply(before)).contains(problem.goal());
            }
        }
    }

    @Test
    void writesTheSameTableForTheSameSeed() {
        assertThat(FlipStudy.table(SEED)).isEqualTo(FlipStudy.table(SEED));
    }
}
