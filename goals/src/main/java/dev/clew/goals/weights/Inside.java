package dev.clew.goals.weights;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The weight of each node: the sum over the edges that lead to it of the weight of the edge times
 * the weights of its tails; on cycles the least solution of these equations.
 *
 * <p>Components are solved one after the other. One without a cycle is added up; in a superior
 * semiring the nodes are settled the best first (Knuth 1977); the reals are solved by Newton's
 * method from 0, which converges monotonically (Esparza, Kiefer and Luttenberger, "Newtonian
 * program analysis", J. ACM 57, 2010); others are computed again and again until they settle.
 *
 * @param <W> the weights
 */
public final class Inside<W> {
    private static final int MAX_ROUNDS = 100_000;

    /** Newton's method solves a dense system of so many equations at most. */
    private static final int MAX_EQUATIONS = 500;

    private final Hypergraph<W> graph;
    private final Semiring<W> semiring;
    private final Object[] weights;
    private final int[] component;
    private long rounds;

    private Inside(Hypergraph<W> graph, Semiring<W> semiring) {
        this.graph = graph;
        this.semiring = semiring;
        this.weights = new Object[graph.nodes()];
        this.component = new int[graph.nodes()];
        Arrays.fill(weights, semiring.zero());
    }

    /** The weights of all nodes. */
    public static <W> Inside<W> of(Hypergraph<W> graph, Semiring<W> semiring) {
        Inside<W> inside = new Inside<>(graph, semiring);
        int number = 0;
        for (int[] component : graph.components()) {
            number++;
            for (int node : component) {
                inside.component[node] = number;
            }
            inside.solve(component);
        }
        return inside;
    }

    /** The weight of a node. */
    @SuppressWarnings("unchecked")
    public W of(int node) {
        return (W) weights[node];
    }

    /** How many rounds the cycles took. */
    public long rounds() {
        return rounds;
    }

    private void solve(int[] nodes) {
        if (nodes.length == 1 && !isRecursive(nodes[0])) {
            weights[nodes[0]] = sum(nodes[0]);
        } else if (semiring.isSuperior()) {
            settle(nodes);
        } else if (semiring instanceof Semirings.Real && nodes.length <= MAX_EQUATIONS) {
            newton(nodes);
        } else {
            repeat(nodes);
        }
    }

    private boolean isRecursive(int node) {
        for (int e : graph.into(node)) {
            for (int tail : graph.edges().get(e).tails()) {
                if (tail == node) {
                    return true;
                }
            }
        }
        return false;
    }

    private W sum(int node) {
        W sum = semiring.zero();
        for (int e : graph.into(node)) {
            sum = semiring.plus(sum, product(graph.edges().get(e)));
        }
        return sum;
    }

    private W product(Hypergraph.Edge<W> edge) {
        W product = edge.weight();
        for (int tail : edge.tails()) {
            product = semiring.times(product, of(tail));
        }
        return product;
    }

    // ---- The best first ----

    private record Found<W>(int node, W weight) {}

    private void settle(int[] nodes) {
        boolean[] isSettled = new boolean[nodes.length];
        int[] place = new int[graph.nodes()];
        for (int i = 0; i < nodes.length; i++) {
            place[nodes[i]] = i;
        }
        PriorityQueue<Found<W>> queue =
                new PriorityQueue<>((a, b) ->
                        semiring.isBetter(a.weight(), b.weight())
                                ? -1
                                : semiring.isBetter(b.weight(), a.weight()) ? 1 : 0);
        int own = component[nodes[0]];
        var uses = new java.util.HashMap<Integer, java.util.List<Integer>>();
        int[] open = new int[graph.edges().size()];
        for (int node : nodes) {
            for (int e : graph.into(node)) {
                for (int tail : graph.edges().get(e).tails()) {
                    if (component[tail] == own) {
                        open[e]++;
                        uses.computeIfAbsent(tail, t -> new java.util.ArrayList<>()).add(e);
                    }
                }
                if (open[e] == 0) {
                    queue.add(new Found<>(node, product(graph.edges().get(e))));
                }
            }
        }
        while (!queue.isEmpty()) {
            Found<W> best = queue.remove();
            if (isSettled[place[best.node()]]) {
                continue;
            }
            isSettled[place[best.node()]] = true;
            rounds++;
            weights[best.node()] = best.weight();
            for (int e : uses.getOrDefault(best.node(), java.util.List.of())) {
                if (--open[e] == 0) {
                    Hypergraph.Edge<W> edge = graph.edges().get(e);
                    queue.add(new Found<>(edge.head(), product(edge)));
                }
            }
        }
    }

    // ---- Again and again ----

    private void repeat(int[] nodes) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            rounds++;
            boolean isSteady = true;
            for (int node : nodes) {
                W before = of(node);
                W now = sum(node);
                if (round > nodes.length) {
                    now = semiring.diverged(before, now);
                }
                isSteady &= semiring.isNear(before, now);
                weights[node] = now;
            }
            if (isSteady) {
                return;
            }
        }
        throw new ArithmeticException(
                "The weights of "
                        + nodes.length
                        + " goals that rest on each other did not settle in "
                        + MAX_ROUNDS
                        + " rounds.\nMaybe they are infinite.");
    }

    // ---- Newton's method ----

    @SuppressWarnings("unchecked")
    private void newton(int[] nodes) {
        Inside<Double> real = (Inside<Double>) this;
        Reals equations = new Reals(real.graph, real::of, nodes);
        double[] x = new double[nodes.length];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            rounds++;
            double[] residual = equations.residual(x);
            double[] step = LinearSystem.solve(equations.jacobian(x), residual);
            double largest = 0;
            for (int i = 0; i < x.length; i++) {
                double next = Math.max(x[i], x[i] + step[i]);
                if (!Double.isFinite(next) || step[i] < -1e-6 * (1 + x[i])) {
                    throw new ArithmeticException(
                            "The weights of goals that rest on each other are infinite.\n"
                                    + "Maybe the probabilities of the steps of a goal sum up to"
                                    + " more than 1.");
                }
                largest = Math.max(largest, (next - x[i]) / Math.max(1e-300, next));
                x[i] = next;
            }
            if (largest <= 1e-14) {
                break;
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            weights[nodes[i]] = x[i];
        }
    }
}
