package dev.clew.goals.weights;

import java.util.function.IntFunction;

/** The equations {@code x = f(x)} of one component over the reals. */
final class Reals {
    private final Hypergraph<Double> graph;
    private final IntFunction<Double> known;
    private final int[] nodes;

    /** By node of the graph: its place in the component, increased by 1. */
    private final java.util.Map<Integer, Integer> places = new java.util.HashMap<>();

    /**
     * The equations.
     *
     * @param known the weights of the nodes outside of the component
     */
    Reals(Hypergraph<Double> graph, IntFunction<Double> known, int[] nodes) {
        this.graph = graph;
        this.known = known;
        this.nodes = nodes;
        for (int i = 0; i < nodes.length; i++) {
            places.put(nodes[i], i);
        }
    }

    private double value(int node, double[] x) {
        Integer place = places.get(node);
        return place == null ? known.apply(node) : x[place];
    }

    /** {@code f(x) - x}. */
    double[] residual(double[] x) {
        double[] residual = new double[x.length];
        for (int i = 0; i < nodes.length; i++) {
            double sum = 0;
            for (int e : graph.into(nodes[i])) {
                Hypergraph.Edge<Double> edge = graph.edges().get(e);
                double product = edge.weight();
                for (int tail : edge.tails()) {
                    product *= value(tail, x);
                }
                sum += product;
            }
            residual[i] = sum - x[i];
        }
        return residual;
    }

    /** {@code I - f'(x)}: row by equation, column by variable. */
    double[][] jacobian(double[] x) {
        double[][] matrix = new double[nodes.length][nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            matrix[i][i] = 1;
            for (int e : graph.into(nodes[i])) {
                Hypergraph.Edge<Double> edge = graph.edges().get(e);
                int[] tails = edge.tails();
                for (int t = 0; t < tails.length; t++) {
                    Integer column = places.get(tails[t]);
                    if (column != null) {
                        double product = edge.weight();
                        for (int other = 0; other < tails.length; other++) {
                            product *= other == t ? 1 : value(tails[other], x);
                        }
                        matrix[i][column] -= product;
                    }
                }
            }
        }
        return matrix;
    }
}
