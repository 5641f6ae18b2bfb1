package dev.clew.plans.puzzles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.goals.proofs.ProofCheck;
import dev.clew.plans.numbers.Fraction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class CountdownTest {
    @Test
    void makesTheTargetOfTheProgrammeByTheFewestOperations() {
        Countdown game = Countdown.anyOf(List.of(25L, 50L, 75L, 100L, 3L, 6L));
        var found = (Outcome.Achieved<Countdown.Goal>) Search.of(game.problem(952)).run();
        String expression = Expressions.of(found.proof());
        assertThat(Expressions.makes(expression, 952, List.of(25L, 50L, 75L, 100L, 3L, 6L), false))
                .as(expression)
                .isTrue();
        assertThat(found.isOptimal()).isTrue();
        assertThat(found.cost()).isEqualTo(4);
    }

    @Test
    void needsFractionsForTwentyFourOfTwoThreesAndTwoEights() {
        var found =
                (Outcome.Achieved<Countdown.Goal>)
                        Search.of(Countdown.allOf(List.of(3L, 3L, 8L, 8L)).problem(24)).run();
        assertThat(Expressions.of(found.proof())).isEqualTo("8 / (3 - 8 / 3)");
    }

    @Test
    void usesEachNumberOfTwentyFourAndAtMostEachOfCountdown() {
        List<Long> numbers = List.of(24L, 5L, 5L, 1L);
        var all =
                (Outcome.Achieved<Countdown.Goal>)
                        Search.of(Countdown.allOf(numbers).problem(24)).run();
        assertThat(Expressions.makes(Expressions.of(all.proof()), 24, numbers, true)).isTrue();
        var any =
                (Outcome.Achieved<Countdown.Goal>)
                        Search.of(Countdown.anyOf(numbers).problem(24)).run();
        assertThat(any.cost()).isZero();
    }

    @Test
    void agreesWithBruteForceOnWhatCanBeMade() {
        long seed = Long.getLong("clew.seed", 7);
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            List<Long> numbers = new ArrayList<>();
            int size = 3 + random.nextInt(2);
            while (numbers.size() < size) {
                numbers.add(1L + random.nextInt(12));
            }
            boolean all = random.nextBoolean();
            Set<Fraction> possible = new HashSet<>();
            combine(numbers.stream().map(Fraction::of).toList(), !all, possible);
            for (long target = 1; target <= 60; target++) {
                Countdown game = all ? Countdown.allOf(numbers) : Countdown.anyOf(numbers);
                for (Countdown each : List.of(game, game.withoutLookingAhead())) {
                    check(each.problem(target), possible, numbers, all, seed);
                }
            }
        }
    }

    private static void check(
            Problem<Countdown.Goal> problem,
            Set<Fraction> possible,
            List<Long> numbers,
            boolean all,
            long seed) {
        long target = problem.goal().target().numerator();
        Outcome<Countdown.Goal> outcome = Search.of(problem).by(new Strategy.DepthFirst(10)).run();
        assertThat(outcome instanceof Outcome.Achieved)
                .as("%d from %s, all %s, seed %d", target, numbers, all, seed)
                .isEqualTo(possible.contains(Fraction.of(target)));
        if (outcome instanceof Outcome.Achieved<Countdown.Goal> found) {
            String expression = Expressions.of(found.proof());
            assertThat(ProofCheck.fault(found.proof(), problem)).isEmpty();
            assertThat(Expressions.makes(expression, target, numbers, all)).as(expression).isTrue();
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Impossible.class);
        }
    }

    /** All values that the numbers make, negative ones on the way included. */
    private static void combine(List<Fraction> have, boolean any, Set<Fraction> into) {
        if (any || have.size() == 1) {
            into.addAll(have);
        }
        for (int i = 0; i < have.size(); i++) {
            for (int j = 0; j < have.size(); j++) {
                for (Operator by : Operator.values()) {
                    Fraction value = i == j ? null : by.apply(have.get(i), have.get(j));
                    if (value != null) {
                        List<Fraction> left = new ArrayList<>(have);
                        left.remove(Math.max(i, j));
                        left.remove(Math.min(i, j));
                        left.add(value);
                        combine(left, any, into);
                    }
                }
            }
        }
    }

    @Test
    void theCheckOfExpressionsRefusesWhatIsWrong() {
        List<Long> numbers = List.of(2L, 3L, 4L);
        assertThat(Expressions.makes("2 * 3 * 4", 24, numbers, true)).isTrue();
        assertThat(Expressions.makes("2 * 3 * 4", 25, numbers, true)).isFalse();
        assertThat(Expressions.makes("2 * 3", 6, numbers, true)).isFalse();
        assertThat(Expressions.makes("2 * 3", 6, numbers, false)).isTrue();
        assertThat(Expressions.makes("2 * 2", 4, numbers, false)).isFalse();
        assertThat(Expressions.makes("4 / (3 - 2 - 1)", 4, List.of(1L, 2L, 3L, 4L), true))
                .isFalse();
        assertThat(Expressions.makes("4 - (3 - 2)", 3, numbers, true)).isTrue();
        assertThat(Expressions.makes("4 - (3 - 2", 3, numbers, true)).isFalse();
    }
}
