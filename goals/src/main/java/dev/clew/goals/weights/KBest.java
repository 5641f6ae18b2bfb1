package dev.clew.goals.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The proofs of each node from the cheapest on, found one after the other and no further than asked
 * for: algorithm 3 of Huang and Chiang, "Better k-best parsing" (2005), on weights that are costs.
 *
 * <p>On cycles a proof may use a node above itself. A proof that would have to be known to find
 * itself is put off: whatever rests on it costs more.
 */
public final class KBest {
    private final Hypergraph<Double> graph;
    private final Inside<Double> inside;
    private final Map<Integer, Ranking> rankings = new HashMap<>();

    /**
     * A proof.
     *
     * @param cost the sum of the weights of its edges
     * @param edge its last edge, by its place among the edges of the graph
     * @param parts the proofs of the tails of that edge
     */
    public record Derivation(double cost, int edge, List<Derivation> parts) {}

    private record Candidate(double cost, int edge, List<Integer> ranks) {}

    private static final class Ranking {
        final List<Derivation> found = new ArrayList<>();
        final PriorityQueue<Candidate> candidates =
                new PriorityQueue<>((a, b) -> Double.compare(a.cost(), b.cost()));
        final Set<List<Integer>> seen = new HashSet<>();
        final List<Candidate> putOff = new ArrayList<>();
        boolean isBusy;

        boolean mayGrow() {
            return isBusy || !candidates.isEmpty() || !putOff.isEmpty();
        }
    }

    /** The proofs of a graph whose weights are costs that are not negative. */
    public KBest(Hypergraph<Double> graph) {
        this.graph = graph;
        this.inside = Inside.of(graph, Semirings.MIN_PLUS);
    }

    /**
     * The {@code count} cheapest proofs of a node, the cheapest first; fewer if there are not so
     * many.
     */
    public List<Derivation> of(int node, int count) {
        List<Derivation> best = new ArrayList<>();
        for (int rank = 0; rank < count; rank++) {
            Optional<Derivation> next = derivation(node, rank);
            if (next.isEmpty()) {
                break;
            }
            best.add(next.get());
        }
        return best;
    }

    private Optional<Derivation> derivation(int node, int rank) {
        Ranking ranking = rankings.get(node);
        if (ranking == null) {
            ranking = new Ranking();
            rankings.put(node, ranking);
            start(node, ranking);
        }
        while (ranking.found.size() <= rank && !ranking.isBusy) {
            ranking.isBusy = true;
            boolean grew = grow(ranking);
            ranking.isBusy = false;
            if (!grew) {
                break;
            }
        }
        return rank < ranking.found.size()
                ? Optional.of(ranking.found.get(rank))
                : Optional.empty();
    }

    /** Whether another proof was found. */
    private boolean grow(Ranking ranking) {
        List<Candidate> again = new ArrayList<>(ranking.putOff);
        ranking.putOff.clear();
        again.forEach(candidate -> offer(ranking, candidate));
        while (true) {
            Candidate best = ranking.candidates.poll();
            if (best == null) {
                return false;
            }
            Optional<List<Derivation>> parts = parts(ranking, best);
            if (parts.isPresent()) {
                ranking.found.add(new Derivation(best.cost(), best.edge(), parts.get()));
                putOffNext(ranking, best);
                return true;
            }
        }
    }

    /** The candidates that are next best in one of the parts; looked at when one more is wanted. */
    private static void putOffNext(Ranking ranking, Candidate best) {
        for (int i = 0; i < best.ranks().size(); i++) {
            List<Integer> ranks = new ArrayList<>(best.ranks());
            ranks.set(i, ranks.get(i) + 1);
            List<Integer> key = new ArrayList<>(ranks);
            key.add(best.edge());
            if (ranking.seen.add(key)) {
                ranking.putOff.add(new Candidate(best.cost(), best.edge(), List.copyOf(ranks)));
            }
        }
    }

    /**
     * The best proof by each edge is made of the best proofs of its tails, whose costs are known.
     */
    private void start(int node, Ranking ranking) {
        for (int e : graph.into(node)) {
            Hypergraph.Edge<Double> edge = graph.edges().get(e);
            double cost = edge.weight();
            List<Integer> ranks = new ArrayList<>();
            for (int tail : edge.tails()) {
                cost += inside.of(tail);
                ranks.add(0);
            }
            if (cost < Double.POSITIVE_INFINITY) {
                List<Integer> key = new ArrayList<>(ranks);
                key.add(e);
                ranking.seen.add(key);
                ranking.candidates.add(new Candidate(cost, e, ranks));
            }
        }
    }

    private void offer(Ranking ranking, Candidate candidate) {
        Optional<List<Derivation>> parts = parts(ranking, candidate);
        if (parts.isPresent()) {
            double cost = graph.edges().get(candidate.edge()).weight();
            for (Derivation part : parts.get()) {
                cost += part.cost();
            }
            ranking.candidates.add(new Candidate(cost, candidate.edge(), candidate.ranks()));
        }
    }

    /** The proofs of the tails; a candidate whose parts are not known yet is put off. */
    private Optional<List<Derivation>> parts(Ranking ranking, Candidate candidate) {
        int[] tails = graph.edges().get(candidate.edge()).tails();
        List<Derivation> parts = new ArrayList<>();
        for (int i = 0; i < tails.length; i++) {
            Optional<Derivation> part = derivation(tails[i], candidate.ranks().get(i));
            if (part.isEmpty()) {
                if (Objects.requireNonNull(rankings.get(tails[i])).mayGrow()) {
                    ranking.putOff.add(candidate);
                }
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }
}
