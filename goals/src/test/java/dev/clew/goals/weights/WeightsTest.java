package dev.clew.goals.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.goals.weights.Hypergraph.Edge;
import dev.clew.goals.weights.Semirings.Count;
import dev.clew.goals.weights.Semirings.Expectation;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Semirings keep their laws; what is computed on graphs is what all proofs add up to. */
class WeightsTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);

    private static void onSeeds(int count, Consumer<Random> test) {
        for (long seed = SEED; seed < SEED + count; seed++) {
            try {
                test.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed, e);
            }
        }
    }

    // ---- Laws ----

    private static <W> void assertLaws(Semiring<W> k, Supplier<W> draw) {
        for (int i = 0; i < 200; i++) {
            W a = draw.get();
            W b = draw.get();
            W c = draw.get();
            assertSame(k, k.plus(a, b), k.plus(b, a));
            assertSame(k, k.times(a, b), k.times(b, a));
            assertSame(k, k.plus(a, k.plus(b, c)), k.plus(k.plus(a, b), c));
            assertSame(k, k.times(a, k.times(b, c)), k.times(k.times(a, b), c));
            assertSame(k, k.plus(a, k.zero()), a);
            assertSame(k, k.times(a, k.one()), a);
            assertSame(k, k.times(a, k.zero()), k.zero());
            assertSame(k, k.times(a, k.plus(b, c)), k.plus(k.times(a, b), k.times(a, c)));
            if (k.isIdempotent()) {
                assertSame(k, k.plus(a, a), a);
            }
            if (k.isSuperior()) {
                assertThat(k.isBetter(k.times(a, b), a)).isFalse();
                assertSame(k, k.plus(a, b), k.isBetter(a, b) ? a : b);
            }
        }
    }

    private static <W> void assertSame(Semiring<W> k, W a, W b) {
        boolean same = k.isNear(a, b);
        if (a instanceof Double x && b instanceof Double y && !same) {
            same = Math.abs(x - y) < 1e-9;
        } else if (a instanceof Expectation x && b instanceof Expectation y && !same) {
            same =
                    Math.abs(x.probability() - y.probability()) < 1e-9
                            && Math.abs(x.total() - y.total()) < 1e-9;
        }
        assertThat(same).as("%s and %s", a, b).isTrue();
    }

    @Test
    void semiringsKeepTheirLaws() {
        Random random = new Random(SEED);
        assertLaws(Semirings.BOOLEAN, random::nextBoolean);
        assertLaws(
                Semirings.COUNTING,
                () ->
                        random.nextInt(6) == 0
                                ? Count.INFINITE
                                : new Count(BigInteger.valueOf(random.nextInt(5))));
        assertLaws(
                Semirings.MIN_PLUS,
                () -> random.nextInt(6) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(20));
        assertLaws(Semirings.MAX_TIMES, random::nextDouble);
        assertLaws(Semirings.PROBABILITY, random::nextDouble);
        assertLaws(Semirings.LOG, () -> Math.log(random.nextDouble()));
        assertLaws(
                Semirings.EXPECTATION,
                () -> new Expectation(random.nextDouble(), random.nextDouble()));
    }

    // ---- Graphs ----

    private static Hypergraph<Double> acyclic(Random random) {
        int nodes = 2 + random.nextInt(8);
        List<Edge<Double>> edges = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                int[] tails = new int[node == nodes - 1 ? 0 : random.nextInt(3)];
                for (int t = 0; t < tails.length; t++) {
                    tails[t] = node + 1 + random.nextInt(nodes - node - 1);
                }
                edges.add(new Edge<>(node, tails, 0.1 + random.nextDouble(), -1));
            }
        }
        return new Hypergraph<>(nodes, edges);
    }

    private static Hypergraph<Double> cyclic(Random random, double scale) {
        int nodes = 2 + random.nextInt(8);
        List<Edge<Double>> edges = new ArrayList<>();
        for (int i = random.nextInt(3 * nodes); i >= 0; i--) {
            int[] tails = new int[random.nextInt(3)];
            for (int t = 0; t < tails.length; t++) {
                tails[t] = random.nextInt(nodes);
            }
            edges.add(new Edge<>(random.nextInt(nodes), tails, scale * random.nextDouble(), -1));
        }
        return new Hypergraph<>(nodes, edges);
    }

    private static <W> Hypergraph<W> map(Hypergraph<Double> graph, Function<Double, W> weight) {
        List<Edge<W>> edges = new ArrayList<>();
        for (Edge<Double> e : graph.edges()) {
            edges.add(new Edge<>(e.head(), e.tails(), weight.apply(e.weight()), e.step()));
        }
        return new Hypergraph<>(graph.nodes(), edges);
    }

    /** The weights of all proofs of a node, each written out. */
    private static List<List<Double>> proofs(Hypergraph<Double> graph, int node) {
        List<List<Double>> all = new ArrayList<>();
        for (Edge<Double> edge : graph.edges()) {
            if (edge.head() != node) {
                continue;
            }
            List<List<Double>> some = List.of(List.of(edge.weight()));
            for (int tail : edge.tails()) {
                List<List<Double>> longer = new ArrayList<>();
                for (List<Double> left : some) {
                    for (List<Double> right : proofs(graph, tail)) {
                        List<Double> both = new ArrayList<>(left);
                        both.addAll(right);
                        longer.add(both);
                    }
                }
                some = longer;
            }
            all.addAll(some);
        }
        return all;
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(w -> w).sum();
    }

    private static double product(List<Double> weights) {
        return weights.stream().mapToDouble(w -> w).reduce(1, (a, b) -> a * b);
    }

    @Test
    void insideIsWhatAllProofsAddUpTo() {
        onSeeds(
                500,
                random -> {
                    Hypergraph<Double> graph = acyclic(random);
                    List<List<Double>> proofs = proofs(graph, 0);
                    double probability = proofs.stream().mapToDouble(p -> product(p)).sum();
                    double total = proofs.stream().mapToDouble(p -> product(p) * sum(p)).sum();
                    double cheapest =
                            proofs.stream()
                                    .mapToDouble(p -> sum(p))
                                    .min()
                                    .orElse(Double.POSITIVE_INFINITY);
                    double likeliest = proofs.stream().mapToDouble(p -> product(p)).max().orElse(0);
                    assertThat(Inside.of(map(graph, w -> true), Semirings.BOOLEAN).of(0))
                            .isEqualTo(!proofs.isEmpty());
                    assertThat(Inside.of(map(graph, w -> Count.ONE), Semirings.COUNTING).of(0))
                            .isEqualTo(new Count(BigInteger.valueOf(proofs.size())));
                    assertThat(Inside.of(graph, Semirings.MIN_PLUS).of(0))
                            .isCloseTo(cheapest, within(1e-9));
                    assertThat(Inside.of(graph, Semirings.PROBABILITY).of(0))
                            .isCloseTo(probability, within(1e-9 * (1 + probability)));
                    assertThat(Math.exp(Inside.of(map(graph, Math::log), Semirings.LOG).of(0)))
                            .isCloseTo(probability, within(1e-9 * (1 + probability)));
                    Hypergraph<Double> likely = map(graph, w -> w / 2);
                    assertThat(Inside.of(likely, Semirings.MAX_TIMES).of(0))
                            .isCloseTo(
                                    proofs(likely, 0).stream()
                                            .mapToDouble(p -> product(p))
                                            .max()
                                            .orElse(0),
                                    within(1e-9));
                    Expectation expectation =
                            Inside.of(map(graph, w -> Expectation.of(w, w)), Semirings.EXPECTATION)
                                    .of(0);
                    assertThat(expectation.total()).isCloseTo(total, within(1e-9 * (1 + total)));
                    assertThat(likeliest).isNotNegative();
                });
    }

    @Test
    void outsideIsTheDerivativeOfInside() {
        onSeeds(
                400,
                random -> {
                    Hypergraph<Double> graph =
                            random.nextBoolean() ? acyclic(random) : cyclic(random, 0.15);
                    Inside<Double> inside = Inside.of(graph, Semirings.PROBABILITY);
                    Outside<Double> outside = Outside.of(graph, Semirings.PROBABILITY, inside, 0);
                    int e = random.nextInt(Math.max(1, graph.edges().size()));
                    if (graph.edges().isEmpty()) {
                        return;
                    }
                    double h = 1e-6;
                    double slope = (insideWith(graph, e, h) - insideWith(graph, e, -h)) / (2 * h);
                    assertThat(outside.ofEdge(e)).isCloseTo(slope, within(1e-6 * (1 + slope)));
                });
    }

    private static double insideWith(Hypergraph<Double> graph, int e, double more) {
        List<Edge<Double>> edges = new ArrayList<>(graph.edges());
        Edge<Double> edge = edges.get(e);
        edges.set(e, new Edge<>(edge.head(), edge.tails(), edge.weight() + more, -1));
        return Inside.of(new Hypergraph<>(graph.nodes(), edges), Semirings.PROBABILITY).of(0);
    }

    @Test
    void outsideTimesInsideCountsTheProofsThatUseANode() {
        onSeeds(
                300,
                random -> {
                    Hypergraph<Count> graph = map(acyclic(random), w -> Count.ONE);
                    Inside<Count> inside = Inside.of(graph, Semirings.COUNTING);
                    Outside<Count> outside = Outside.of(graph, Semirings.COUNTING, inside, 0);
                    Count sum = Count.ZERO;
                    for (int e = 0; e < graph.edges().size(); e++) {
                        if (graph.edges().get(e).head() == 0) {
                            sum = Semirings.COUNTING.plus(sum, outside.ofEdge(e));
                        }
                    }
                    assertThat(sum).isEqualTo(inside.of(0));
                });
    }

    // ---- Cycles ----

    /**
     * {@code x = a x x + (1 - a)}, whose least solution is 1 up to a = 1/2 and (1 - a)/a beyond.
     */
    private static Hypergraph<Double> branching(double a) {
        return new Hypergraph<>(
                1,
                List.of(
                        new Edge<>(0, new int[] {0, 0}, a, -1),
                        new Edge<>(0, new int[0], 1 - a, -1)));
    }

    @Test
    void newtonFindsTheLeastSolutionInAFewRounds() {
        for (double a : new double[] {0.1, 0.3, 0.45, 0.49, 0.499, 0.6, 0.9}) {
            Inside<Double> inside = Inside.of(branching(a), Semirings.PROBABILITY);
            assertThat(inside.of(0)).isCloseTo(Math.min(1, (1 - a) / a), within(1e-9));
            assertThat(inside.rounds()).isLessThan(20);
        }
    }

    @Test
    void weightsThatAreInfiniteAreSaidToBe() {
        Hypergraph<Double> endless =
                new Hypergraph<>(
                        1,
                        List.of(
                                new Edge<>(0, new int[] {0}, 2.0, -1),
                                new Edge<>(0, new int[0], 1.0, -1)));
        assertThatThrownBy(() -> Inside.of(endless, Semirings.PROBABILITY))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("infinite");
        assertThat(Inside.of(map(endless, w -> Count.ONE), Semirings.COUNTING).of(0))
                .isEqualTo(Count.INFINITE);
    }

    @Test
    void aCycleWithoutAWayOutHasNoProofs() {
        Hypergraph<Count> loop =
                new Hypergraph<>(
                        2,
                        List.of(
                                new Edge<>(0, new int[] {1}, Count.ONE, -1),
                                new Edge<>(1, new int[] {0}, Count.ONE, -1)));
        assertThat(Inside.of(loop, Semirings.COUNTING).of(0)).isEqualTo(Count.ZERO);
    }

    @Test
    void onCyclesTheCheapestProofIsThatOfRepeatedRelaxation() {
        onSeeds(
                500,
                random -> {
                    Hypergraph<Double> graph = cyclic(random, 5);
                    double[] cost = new double[graph.nodes()];
                    java.util.Arrays.fill(cost, Double.POSITIVE_INFINITY);
                    for (int round = 0; round <= graph.nodes(); round++) {
                        for (Edge<Double> edge : graph.edges()) {
                            double c = edge.weight();
                            for (int tail : edge.tails()) {
                                c += cost[tail];
                            }
                            cost[edge.head()] = Math.min(cost[edge.head()], c);
                        }
                    }
                    Inside<Double> inside = Inside.of(graph, Semirings.MIN_PLUS);
                    for (int node = 0; node < graph.nodes(); node++) {
                        assertThat(inside.of(node)).isCloseTo(cost[node], within(1e-9));
                    }
                });
    }

    // ---- The k best ----

    @Test
    void theKBestAreTheCheapestOfAllProofs() {
        onSeeds(
                500,
                random -> {
                    Hypergraph<Double> graph = acyclic(random);
                    List<Double> costs =
                            proofs(graph, 0).stream()
                                    .map(WeightsTest::sum)
                                    .sorted()
                                    .limit(12)
                                    .toList();
                    List<KBest.Derivation> best = new KBest(graph).of(0, 12);
                    assertThat(best).hasSameSizeAs(costs);
                    for (int i = 0; i < costs.size(); i++) {
                        assertThat(best.get(i).cost()).isCloseTo(costs.get(i), within(1e-9));
                    }
                });
    }

    @Test
    void onCyclesTheKBestComeInOrderAndNoneTwice() {
        onSeeds(
                500,
                random -> {
                    Hypergraph<Double> graph = cyclic(random, random.nextInt(3));
                    List<KBest.Derivation> best = new KBest(graph).of(0, 20);
                    double least = Inside.of(graph, Semirings.MIN_PLUS).of(0);
                    assertThat(best.isEmpty()).isEqualTo(least == Double.POSITIVE_INFINITY);
                    assertThat(best).doesNotHaveDuplicates();
                    for (int i = 0; i < best.size(); i++) {
                        double before = i == 0 ? least : best.get(i - 1).cost();
                        assertThat(best.get(i).cost()).isGreaterThanOrEqualTo(before - 1e-9);
                        assertThat(total(graph, best.get(i)))
                                .isCloseTo(best.get(i).cost(), within(1e-9));
                    }
                });
    }

    private static double total(Hypergraph<Double> graph, KBest.Derivation derivation) {
        double cost = graph.edges().get(derivation.edge()).weight();
        for (KBest.Derivation part : derivation.parts()) {
            cost += total(graph, part);
        }
        return cost;
    }
}
