package dev.clew.goals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.goals.proofs.ProofCheck;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Every strategy against costs computed plainly, on random graphs with cycles. */
class StrategiesTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);
    private static final int GRAPHS = 3_000;

    private static final List<Strategy> COMPLETE =
            List.of(
                    new Strategy.BestFirst(),
                    new Strategy.BestFirst(4, true),
                    new Strategy.BestFirst(1, false),
                    new Strategy.BreadthFirst(),
                    new Strategy.BreadthFirst(5),
                    new Strategy.IterativeDeepening(),
                    new Strategy.IterativeDeepening(3, 2),
                    new Strategy.DepthFirst(100),
                    new Strategy.ProofNumber(),
                    new Strategy.MonteCarlo(7),
                    new Strategy.Portfolio());

    private static final List<Strategy> INCOMPLETE =
            List.of(
                    new Strategy.Beam(1),
                    new Strategy.Beam(3),
                    new Strategy.DepthFirst(2),
                    new Strategy.Sampling(10, 20, 1, 3));

    private static void onRandomGraphs(BiConsumer<RandomGraph, Random> test) {
        for (long seed = SEED; seed < SEED + GRAPHS; seed++) {
            Random random = new Random(seed);
            RandomGraph graph = RandomGraph.of(random);
            try {
                test.accept(graph, random);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed + ": " + graph, e);
            }
        }
    }

    private static void assertProves(Outcome.Achieved<Integer> found, RandomGraph graph) {
        assertThat(ProofCheck.fault(found.proof(), graph.problem())).isEmpty();
        assertThat(found.cost()).isGreaterThanOrEqualTo(graph.cost()[0]);
        assertThat(found.bound()).isLessThanOrEqualTo(graph.cost()[0]);
        if (found.isOptimal()) {
            assertThat(found.cost()).isEqualTo(graph.cost()[0]);
        }
    }

    @Test
    void completeStrategiesFindAProofOrKnowThatThereIsNone() {
        onRandomGraphs((graph, random) -> {
            for (Strategy strategy : COMPLETE) {
                Outcome<Integer> outcome = Search.of(graph.problem()).by(strategy).run();
                if (outcome instanceof Outcome.Achieved<Integer> found) {
                    assertProves(found, graph);
                } else {
                    assertThat(outcome).as("%s", strategy).isInstanceOf(Outcome.Impossible.class);
                    assertThat(graph.isPossible()).as("%s", strategy).isFalse();
                }
            }
        });
    }

    @Test
    void bestFirstFindsTheCheapestProofAndSaysSo() {
        onRandomGraphs((graph, random) -> {
            double trust = random.nextDouble();
            Estimate<Integer> estimate =
                    Estimate.admissible(goal ->
                            graph.isPossible() || goal % 2 == 0
                                    ? trust * Math.min(1e6, graph.cost()[goal])
                                    : graph.cost()[goal]);
            for (int batch : new int[] {1, 3}) {
                Outcome<Integer> outcome =
                        Search.of(graph.problem().withEstimate(estimate))
                                .by(new Strategy.BestFirst(batch, true))
                                .run();
                if (outcome instanceof Outcome.Achieved<Integer> found) {
                    assertProves(found, graph);
                    assertThat(found.isOptimal()).isTrue();
                } else {
                    assertThat(graph.isPossible()).isFalse();
                }
            }
        });
    }

    @Test
    void guessesCertifyNothing() {
        onRandomGraphs((graph, random) -> {
            Estimate<Integer> guess = Estimate.guess(goal -> 10.0 * (goal % 3));
            Outcome<Integer> outcome = Search.of(graph.problem().withEstimate(guess)).run();
            if (outcome instanceof Outcome.Achieved<Integer> found) {
                assertProves(found, graph);
                assertThat(found.isOptimal()).isEqualTo(found.cost() == 0);
            } else {
                assertThat(graph.isPossible()).isFalse();
            }
        });
    }

    @Test
    void incompleteStrategiesNeverSayNoWhenTheyLeftSomethingOut() {
        onRandomGraphs((graph, random) -> {
            for (Strategy strategy : INCOMPLETE) {
                Outcome<Integer> outcome = Search.of(graph.problem()).by(strategy).run();
                switch (outcome) {
                    case Outcome.Achieved<Integer> found -> assertProves(found, graph);
                    case Outcome.Impossible<Integer> no ->
                            assertThat(graph.isPossible()).as("%s", strategy).isFalse();
                    case Outcome.OutOfBudget<Integer> stopped ->
                            assertThat(stopped.limit()).isEqualTo(Outcome.Limit.STRATEGY);
                }
            }
        });
    }

    @Test
    void aBudgetLosesNothingAndNeverSaysNo() {
        onRandomGraphs((graph, random) -> {
            int expansions = random.nextInt(12);
            for (Strategy strategy : COMPLETE) {
                Outcome<Integer> outcome =
                        Search.of(graph.problem())
                                .by(strategy)
                                .within(Budget.ofExpansions(expansions))
                                .run();
                assertThat(outcome.used().expansions()).isLessThanOrEqualTo(expansions);
                switch (outcome) {
                    case Outcome.Achieved<Integer> found -> assertProves(found, graph);
                    case Outcome.Impossible<Integer> no ->
                            assertThat(graph.isPossible()).as("%s", strategy).isFalse();
                    case Outcome.OutOfBudget<Integer> stopped -> {
                        assertThat(stopped.limit()).isEqualTo(Outcome.Limit.EXPANSIONS);
                        assertThat(stopped.bound()).isLessThanOrEqualTo(graph.cost()[0]);
                    }
                }
            }
        });
    }

    @Test
    void whatIsMissingWouldDo() {
        onRandomGraphs((graph, random) -> {
            if (Search.of(graph.problem()).run() instanceof Outcome.Impossible<Integer> no) {
                List<Integer> missing =
                        no.whyNot().missing().stream().map(WhyNot.Missing::goal).toList();
                assertThat(missing).isNotEmpty();
                Problem<Integer> supplied =
                        new Problem<>(
                                0,
                                goal -> graph.given().contains(goal) || missing.contains(goal),
                                graph.steps()::get);
                assertThat(Search.of(supplied).run()).isInstanceOf(Outcome.Achieved.class);
            }
        });
    }

    @Test
    void anExpanderThatFailsOnAGoalLosesNothingElse() {
        onRandomGraphs((graph, random) -> {
            int broken = random.nextInt(graph.steps().size());
            Problem<Integer> problem =
                    new Problem<>(
                            0,
                            graph.given()::contains,
                            goal -> {
                                if (goal == broken) {
                                    throw new IllegalStateException("broken");
                                }
                                return graph.steps().get(goal);
                            });
            for (Strategy strategy : COMPLETE) {
                switch (Search.of(problem).by(strategy).run()) {
                    case Outcome.Achieved<Integer> found -> {
                        assertProves(found, graph);
                        assertThat(found.used().failures()).isLessThanOrEqualTo(1);
                    }
                    case Outcome.Impossible<Integer> no -> assertThat(graph.isPossible()).isFalse();
                    case Outcome.OutOfBudget<Integer> stopped ->
                            assertThat(stopped.limit()).isEqualTo(Outcome.Limit.FAILURES);
                }
            }
        });
    }
}
