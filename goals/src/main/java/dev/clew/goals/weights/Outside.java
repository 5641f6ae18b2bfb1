package dev.clew.goals.weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What each node contributes to the root: the sum over the proofs of the root that use it of all
 * weights but its own. Over the reals it is the derivative of the weight of the root by the weight
 * of the node (Baker 1979; Goodman 1999, section 2.4): reverse-mode differentiation of {@link
 * Inside}.
 *
 * <p>A node that an edge leads from several times counts at each of its places.
 *
 * @param <W> the weights
 */
public final class Outside<W> {
    private static final int MAX_ROUNDS = 100_000;

    private final Hypergraph<W> graph;
    private final Semiring<W> semiring;
    private final Inside<W> inside;
    private final Object[] weights;

    /** By edge: what it hands to each of its tails, without what comes from its head. */
    private final Map<Integer, Object[]> shares = new HashMap<>();

    private Outside(Hypergraph<W> graph, Semiring<W> semiring, Inside<W> inside) {
        this.graph = graph;
        this.semiring = semiring;
        this.inside = inside;
        this.weights = new Object[graph.nodes()];
        Arrays.fill(weights, semiring.zero());
    }

    /**
     * The outside weights of all nodes.
     *
     * @param inside the inside weights of the same graph
     */
    public static <W> Outside<W> of(
            Hypergraph<W> graph, Semiring<W> semiring, Inside<W> inside, int root) {
        Outside<W> outside = new Outside<>(graph, semiring, inside);
        outside.weights[root] = semiring.one();
        for (int[] component : graph.components().reversed()) {
            outside.solve(component);
        }
        return outside;
    }

    /** The outside weight of a node. */
    @SuppressWarnings("unchecked")
    public W of(int node) {
        return (W) weights[node];
    }

    /** The derivative of the weight of the root by that of an edge, over the reals. */
    public W ofEdge(int e) {
        Hypergraph.Edge<W> edge = graph.edges().get(e);
        W product = of(edge.head());
        for (int tail : edge.tails()) {
            product = semiring.times(product, inside.of(tail));
        }
        return product;
    }

    private void solve(int[] nodes) {
        boolean isCyclic = nodes.length > 1 || leadsTo(nodes[0], nodes[0]);
        if (isCyclic) {
            settle(nodes);
        }
        Map<Integer, Boolean> within = new HashMap<>();
        for (int node : nodes) {
            within.put(node, true);
        }
        for (int node : nodes) {
            for (int e : graph.into(node)) {
                handDown(e, within, isCyclic);
            }
        }
    }

    private boolean leadsTo(int from, int to) {
        for (int e : graph.into(to)) {
            for (int tail : graph.edges().get(e).tails()) {
                if (tail == from) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What an edge gives its tails, those within its own component excepted. */
    private void handDown(int e, Map<Integer, Boolean> within, boolean isCyclic) {
        Hypergraph.Edge<W> edge = graph.edges().get(e);
        for (int i = 0; i < edge.tails().length; i++) {
            int tail = edge.tails()[i];
            if (!isCyclic || !within.containsKey(tail)) {
                W given = semiring.times(of(edge.head()), share(e, i));
                weights[tail] = semiring.plus(of(tail), given);
            }
        }
    }

    /** The weight of an edge times those of its tails but one: by products from both ends. */
    @SuppressWarnings("unchecked")
    private W share(int e, int tail) {
        return (W) shares.computeIfAbsent(e, this::shares)[tail];
    }

    private Object[] shares(int e) {
        Hypergraph.Edge<W> edge = graph.edges().get(e);
        int[] tails = edge.tails();
        Object[] result = new Object[tails.length];
        W left = edge.weight();
        for (int i = 0; i < tails.length; i++) {
            result[i] = left;
            left = semiring.times(left, inside.of(tails[i]));
        }
        W right = semiring.one();
        for (int i = tails.length - 1; i >= 0; i--) {
            @SuppressWarnings("unchecked")
            W before = (W) result[i];
            result[i] = semiring.times(before, right);
            right = semiring.times(right, inside.of(tails[i]));
        }
        return result;
    }

    /** On a cycle the equations are linear: {@code out = from above + shares^T out}. */
    private void settle(int[] nodes) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            places.put(nodes[i], i);
        }
        if (semiring instanceof Semirings.Real) {
            eliminate(nodes, places);
            return;
        }
        Object[] above = new Object[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            above[i] = of(nodes[i]);
        }
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (isSteady(nodes, places, above, round)) {
                return;
            }
        }
        throw new ArithmeticException(
                "The outside weights of "
                        + nodes.length
                        + " goals that rest on each other did not settle in "
                        + MAX_ROUNDS
                        + " rounds.");
    }

    @SuppressWarnings("unchecked")
    private boolean isSteady(int[] nodes, Map<Integer, Integer> places, Object[] above, int round) {
        Object[] next = above.clone();
        for (int node : nodes) {
            for (int e : graph.into(node)) {
                int[] tails = graph.edges().get(e).tails();
                for (int i = 0; i < tails.length; i++) {
                    Integer place = places.get(tails[i]);
                    if (place != null) {
                        W given = semiring.times(of(node), share(e, i));
                        next[place] = semiring.plus((W) next[place], given);
                    }
                }
            }
        }
        boolean isSteady = true;
        for (int i = 0; i < nodes.length; i++) {
            W before = of(nodes[i]);
            W now = (W) next[i];
            if (round > nodes.length) {
                now = semiring.diverged(before, now);
            }
            isSteady &= semiring.isNear(before, now);
            weights[nodes[i]] = now;
        }
        return isSteady;
    }

    private void eliminate(int[] nodes, Map<Integer, Integer> places) {
        double[][] matrix = new double[nodes.length][nodes.length];
        double[] right = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            matrix[i][i] += 1;
            right[i] = (Double) weights[nodes[i]];
            for (int e : graph.into(nodes[i])) {
                int[] tails = graph.edges().get(e).tails();
                for (int t = 0; t < tails.length; t++) {
                    Integer row = places.get(tails[t]);
                    if (row != null) {
                        matrix[row][i] -= (Double) share(e, t);
                    }
                }
            }
        }
        double[] solution = LinearSystem.solve(matrix, right);
        for (int i = 0; i < nodes.length; i++) {
            weights[nodes[i]] = solution[i];
        }
    }
}
