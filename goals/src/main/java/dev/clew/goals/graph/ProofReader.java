package dev.clew.goals.graph;

import dev.clew.goals.proofs.Proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Reads a proof off a graph, given which step achieves each goal. */
final class ProofReader {
    private ProofReader() {}

    /**
     * The proof of a goal.
     *
     * @param steps the step of each goal that is needed, negative if it needs none; along these
     *     steps no goal may need itself
     */
    static <G> Proof<G> read(GoalGraph<G> graph, int root, IntUnaryOperator steps) {
        List<Proof.Line<G>> lines = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        ArrayDeque<Integer> agenda = new ArrayDeque<>();
        agenda.push(root);
        while (!agenda.isEmpty()) {
            int goal = agenda.peek();
            if (places.containsKey(goal)) {
                agenda.pop();
                continue;
            }
            int s = steps.applyAsInt(goal);
            boolean waits = false;
            for (int p = s < 0 ? 0 : graph.endOfPremises(s) - 1;
                    s >= 0 && p >= graph.firstPremise(s);
                    p--) {
                if (!places.containsKey(graph.premise(p))) {
                    agenda.push(graph.premise(p));
                    waits = true;
                }
            }
            if (!waits) {
                agenda.pop();
                places.put(goal, lines.size());
                lines.add(line(graph, goal, s, places));
            }
        }
        return new Proof<>(lines);
    }

    private static <G> Proof.Line<G> line(
            GoalGraph<G> graph, int goal, int s, Map<Integer, Integer> places) {
        if (s < 0) {
            return new Proof.Line<>(graph.goal(goal), null, List.of());
        }
        List<Integer> premises = new ArrayList<>();
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            Integer place = places.get(graph.premise(p));
            if (place == null) {
                throw new IllegalStateException("A premise was not read before its step.");
            }
            premises.add(place);
        }
        return new Proof.Line<>(graph.goal(goal), graph.step(s), premises);
    }
}
