package dev.clew.goals.graph;

import dev.clew.goals.WhyNot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The proof of a goal that comes nearest: the one that would do if the fewest leaves held that do
 * not. Computed bottom-up by Knuth's generalisation of Dijkstra's algorithm (Information Processing
 * Letters 6, 1977), where a leaf that does not hold counts 1; of equally near proofs the one with
 * fewer levels.
 */
public final class Nearest<G> {
    /** What counts more than any number of leaves: a goal that nothing leads to but itself. */
    private static final double NEEDS_ITSELF = 1e9;

    private final GoalGraph<G> graph;
    private final Map<Integer, RuntimeException> failures;
    private final double[] cost;
    private final int[] height;
    private final int[] best;
    private final int[] missing;
    private final Agenda agenda = new Agenda();

    private Nearest(GoalGraph<G> graph, Map<Integer, RuntimeException> failures) {
        this.graph = graph;
        this.failures = failures;
        this.cost = new double[graph.goals()];
        this.height = new int[graph.goals()];
        this.best = new int[graph.goals()];
        this.missing = new int[graph.steps()];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        Arrays.fill(best, GoalGraph.NONE);
    }

    /**
     * Why a goal has no proof.
     *
     * @param failures the goals that the expander failed on
     */
    public static <G> WhyNot<G> of(
            GoalGraph<G> graph, int goal, Map<Integer, RuntimeException> failures) {
        Nearest<G> nearest = new Nearest<>(graph, failures);
        nearest.settle(goal);
        return nearest.read(goal);
    }

    /**
     * An open goal that the nearest proof of a goal needs if leaves that nothing achieves are ruled
     * out; {@link GoalGraph#NONE} if no expansion could lead to a proof any more.
     */
    public static <G> int openLeaf(GoalGraph<G> graph, int goal) {
        Nearest<G> nearest = new Nearest<>(graph, Map.of());
        nearest.enterSteps();
        for (int g = 0; g < graph.goals(); g++) {
            if (graph.isGiven(g)) {
                nearest.agenda.put(g, 0, 0);
                nearest.cost[g] = 0;
            } else if (graph.isOpen(g)) {
                nearest.agenda.put(g, 1, 0);
                nearest.cost[g] = 1;
            }
        }
        nearest.spread();
        if (nearest.cost[goal] == Double.POSITIVE_INFINITY) {
            return GoalGraph.NONE;
        }
        for (int g = goal; ; ) {
            int s = nearest.best[g];
            if (s < 0) {
                return graph.isOpen(g) ? g : GoalGraph.NONE;
            }
            int next = GoalGraph.NONE;
            for (int p = graph.firstPremise(s); p < graph.endOfPremises(s) && next < 0; p++) {
                next = nearest.cost[graph.premise(p)] > 0 ? graph.premise(p) : next;
            }
            if (next < 0) {
                return GoalGraph.NONE;
            }
            g = next;
        }
    }

    private void settle(int root) {
        enterSteps();
        for (int g = 0; g < graph.goals(); g++) {
            if (graph.isGiven(g)) {
                start(g, 0);
            } else if (graph.firstStep(g) == graph.endOfSteps(g)) {
                start(g, 1);
            }
        }
        spread();
        if (cost[root] == Double.POSITIVE_INFINITY) {
            for (int g = 0; g < graph.goals(); g++) {
                if (cost[g] == Double.POSITIVE_INFINITY && (g != root || graph.goals() == 1)) {
                    start(g, NEEDS_ITSELF);
                }
            }
            spread();
        }
    }

    private void start(int goal, double c) {
        cost[goal] = c;
        agenda.put(goal, c, 0);
    }

    private void enterSteps() {
        for (int s = 0; s < graph.steps(); s++) {
            missing[s] = graph.endOfPremises(s) - graph.firstPremise(s);
            if (missing[s] == 0) {
                improve(s);
            }
        }
    }

    private void spread() {
        boolean[] isDone = new boolean[cost.length];
        while (!agenda.isEmpty()) {
            int g = agenda.pop();
            if (isDone[g]) {
                continue;
            }
            isDone[g] = true;
            for (int u = graph.firstUse(g); u >= 0; u = graph.nextUse(u)) {
                int s = graph.neededBy(u);
                if (--missing[s] <= 0) {
                    improve(s);
                }
            }
        }
    }

    private void improve(int s) {
        double c = 0;
        int h = 0;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            int premise = graph.premise(p);
            c += cost[premise];
            h = Math.max(h, height[premise]);
        }
        int goal = graph.achieves(s);
        if (c < cost[goal] || c == cost[goal] && h + 1 < height[goal]) {
            cost[goal] = c;
            height[goal] = h + 1;
            best[goal] = s;
            agenda.put(goal, c, h + 1);
        }
    }

    private WhyNot<G> read(int root) {
        if (cost[root] == Double.POSITIVE_INFINITY) {
            return new WhyNot<>(
                    List.of(
                            new WhyNot.Missing<>(
                                    graph.goal(root), WhyNot.Reason.NEEDS_ITSELF, null)),
                    null);
        }
        var proof = ProofReader.read(graph, root, g -> best[g]);
        List<WhyNot.Missing<G>> leaves = new ArrayList<>();
        proof.lines()
                .forEach(line -> {
                    int g = graph.find(line.goal());
                    if (line.step() == null && !graph.isGiven(g)) {
                        leaves.add(new WhyNot.Missing<>(line.goal(), reason(g), failures.get(g)));
                    }
                });
        return new WhyNot<>(leaves, proof);
    }

    private WhyNot.Reason reason(int goal) {
        if (failures.containsKey(goal)) {
            return WhyNot.Reason.EXPANDER_FAILED;
        } else if (graph.isOpen(goal)) {
            return WhyNot.Reason.NOT_TRIED;
        }
        return graph.firstStep(goal) == graph.endOfSteps(goal)
                ? WhyNot.Reason.NOTHING_ACHIEVES_IT
                : WhyNot.Reason.NEEDS_ITSELF;
    }
}
