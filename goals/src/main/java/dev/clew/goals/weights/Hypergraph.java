package dev.clew.goals.weights;

import dev.clew.goals.Step;
import dev.clew.goals.graph.GoalGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A directed hypergraph with a weight on each edge. An edge leads from any number of nodes, its
 * tails, to one, its head; a node that holds by itself is the head of an edge without tails.
 *
 * @param <W> the weights
 */
public final class Hypergraph<W> {
    private final int nodes;
    private final List<Edge<W>> edges;
    private final int[][] into;

    /**
     * An edge.
     *
     * @param head the node that it leads to
     * @param tails the nodes that it leads from; a node may be there more than once
     * @param weight its own weight
     * @param step the number of the step that it stands for, or negative
     */
    public record Edge<W>(int head, int[] tails, W weight, int step) {}

    /** A graph of nodes 0 to {@code nodes - 1}. */
    public Hypergraph(int nodes, List<Edge<W>> edges) {
        this.nodes = nodes;
        this.edges = List.copyOf(edges);
        int[] count = new int[nodes];
        for (Edge<W> edge : this.edges) {
            count[edge.head()]++;
        }
        this.into = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            into[node] = new int[count[node]];
        }
        Arrays.fill(count, 0);
        for (int e = 0; e < this.edges.size(); e++) {
            int head = this.edges.get(e).head();
            into[head][count[head]++] = e;
        }
    }

    /**
     * A goal graph with weights: an edge for each step and one for each goal that is given.
     *
     * @param stepWeight the weight of a step itself
     * @param givenWeight the weight of a given goal
     */
    public static <G, W> Hypergraph<W> of(
            GoalGraph<G> graph,
            Function<? super Step<G>, ? extends W> stepWeight,
            Function<? super G, ? extends W> givenWeight) {
        List<Edge<W>> edges = new ArrayList<>();
        for (int s = 0; s < graph.steps(); s++) {
            int[] tails = new int[graph.endOfPremises(s) - graph.firstPremise(s)];
            for (int i = 0; i < tails.length; i++) {
                tails[i] = graph.premise(graph.firstPremise(s) + i);
            }
            edges.add(new Edge<>(graph.achieves(s), tails, stepWeight.apply(graph.step(s)), s));
        }
        for (int goal = 0; goal < graph.goals(); goal++) {
            if (graph.isGiven(goal)) {
                W weight = givenWeight.apply(graph.goal(goal));
                edges.add(new Edge<>(goal, new int[0], weight, GoalGraph.NONE));
            }
        }
        return new Hypergraph<>(graph.goals(), edges);
    }

    /** How many nodes there are. */
    public int nodes() {
        return nodes;
    }

    /** The edges. */
    public List<Edge<W>> edges() {
        return edges;
    }

    /** The edges that lead to a node, by their places among {@link #edges}. */
    int[] into(int node) {
        return into[node];
    }

    /**
     * The strongly connected components, each after those that it depends on (Tarjan 1972, with a
     * stack of its own in place of recursion).
     */
    List<int[]> components() {
        int[] order = new int[nodes];
        int[] low = new int[nodes];
        boolean[] isOpen = new boolean[nodes];
        int[] edgeAt = new int[nodes];
        int[] tailAt = new int[nodes];
        int[] path = new int[nodes];
        int[] waiting = new int[nodes];
        int waitingCount = 0;
        int met = 0;
        List<int[]> components = new ArrayList<>();
        for (int start = 0; start < nodes; start++) {
            if (order[start] > 0) {
                continue;
            }
            int depth = 0;
            path[depth++] = start;
            while (depth > 0) {
                int v = path[depth - 1];
                if (order[v] == 0) {
                    order[v] = ++met;
                    low[v] = met;
                    isOpen[v] = true;
                    waiting[waitingCount++] = v;
                }
                int next = nextTail(v, edgeAt, tailAt);
                if (next >= 0) {
                    if (order[next] == 0) {
                        path[depth++] = next;
                    } else if (isOpen[next]) {
                        low[v] = Math.min(low[v], order[next]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[v]);
                }
                if (low[v] == order[v]) {
                    int from = waitingCount;
                    do {
                        from--;
                        isOpen[waiting[from]] = false;
                    } while (waiting[from] != v);
                    components.add(Arrays.copyOfRange(waiting, from, waitingCount));
                    waitingCount = from;
                }
            }
        }
        return components;
    }

    private int nextTail(int v, int[] edgeAt, int[] tailAt) {
        while (edgeAt[v] < into[v].length) {
            int[] tails = edges.get(into[v][edgeAt[v]]).tails();
            if (tailAt[v] < tails.length) {
                return tails[tailAt[v]++];
            }
            edgeAt[v]++;
            tailAt[v] = 0;
        }
        return -1;
    }
}
