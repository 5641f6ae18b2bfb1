package dev.clew.goals.graph;

import dev.clew.goals.Estimate;

import java.util.Arrays;

/**
 * The least that a proof of each goal may cost: 0 for a given goal, the estimate for an open one,
 * and otherwise the least over its steps of the cost of the step and the bounds of its premises;
 * infinite if there is no step. On cyclic graphs this is the least solution of these equations.
 *
 * <p>When a goal is expanded its bound changes, mostly upward, and so do those above it. The change
 * is carried on by DynamicSWSF-FP (Ramalingam and Reps, "An incremental algorithm for a
 * generalization of the shortest-path problem", J. Algorithms 21, 1996, section 3), which also gets
 * cycles right: a goal whose bound rises is forgotten first, so that no bound can rest on itself.
 * The theorem asks for steps that are strictly worse than their premises; so that steps may cost
 * nothing, bounds are compared by cost and then by the number of levels.
 */
public final class Bounds<G> {
    private static final int NO_STEP = -1;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final GoalGraph<G> graph;
    private final Estimate<G> estimate;
    private final Agenda agenda = new Agenda();
    private int known;
    private boolean isTrusted = true;

    // By goal: the bound that the goals above have seen, and what its steps say it is now.
    private double[] cost = new double[0];
    private int[] height = new int[0];
    private double[] newCost = new double[0];
    private int[] newHeight = new int[0];
    private int[] best = new int[0];

    /** The bounds of a graph, which keeps up with it from now on by being told. */
    public Bounds(GoalGraph<G> graph, Estimate<G> estimate) {
        this.graph = graph;
        this.estimate = estimate;
    }

    /** No proof of a goal costs less, if the estimate is admissible. */
    public double cost(int goal) {
        return cost[goal];
    }

    /** The step of a goal that has the least bound; negative if it has no step. */
    public int step(int goal) {
        return best[goal];
    }

    /** Whether a goal with an infinite bound has no proof: not if a mere guess said so of some. */
    public boolean isTrusted() {
        return isTrusted;
    }

    /** Takes note of goals that were added, none of which is the premise of a step known here. */
    public void added() {
        int goals = graph.goals();
        if (goals > cost.length) {
            int size = Math.max(goals, GoalGraph.grown(cost.length));
            cost = Arrays.copyOf(cost, size);
            height = Arrays.copyOf(height, size);
            newCost = Arrays.copyOf(newCost, size);
            newHeight = Arrays.copyOf(newHeight, size);
            best = Arrays.copyOf(best, size);
        }
        for (; known < goals; known++) {
            leaf(known);
        }
    }

    private void leaf(int goal) {
        double c = graph.isGiven(goal) ? 0 : estimate.of().applyAsDouble(graph.goal(goal));
        if (!(c >= 0)) {
            throw new IllegalArgumentException(
                    "The estimate ("
                            + c
                            + ") of the goal "
                            + graph.goal(goal)
                            + " must not be negative.");
        }
        isTrusted &= c < Double.POSITIVE_INFINITY || estimate.isAdmissible();
        cost[goal] = c;
        newCost[goal] = c;
        height[goal] = c == Double.POSITIVE_INFINITY ? ENDLESS : 0;
        newHeight[goal] = height[goal];
        best[goal] = NO_STEP;
    }

    /** Takes note of the steps of a goal that was expanded. */
    public void expanded(int goal) {
        review(goal);
        while (!agenda.isEmpty()) {
            int g = agenda.pop();
            if (isBefore(newCost[g], newHeight[g], cost[g], height[g])) {
                cost[g] = newCost[g];
                height[g] = newHeight[g];
            } else {
                cost[g] = Double.POSITIVE_INFINITY;
                height[g] = ENDLESS;
                review(g);
            }
            for (int u = graph.firstUse(g); u >= 0; u = graph.nextUse(u)) {
                review(graph.achieves(graph.neededBy(u)));
            }
        }
    }

    /** What the steps of a goal say of it now. */
    private void review(int goal) {
        double leastCost = Double.POSITIVE_INFINITY;
        int leastHeight = ENDLESS;
        int leastStep = NO_STEP;
        int end = graph.endOfSteps(goal);
        for (int s = graph.firstStep(goal); s < end; s++) {
            double c = graph.cost(s);
            int h = 0;
            int endOfPremises = graph.endOfPremises(s);
            for (int p = graph.firstPremise(s); p < endOfPremises && c <= leastCost; p++) {
                int premise = graph.premise(p);
                c += cost[premise];
                h = Math.max(h, height[premise]);
            }
            if (c < Double.POSITIVE_INFINITY && isBefore(c, h + 1, leastCost, leastHeight)) {
                leastCost = c;
                leastHeight = h + 1;
                leastStep = s;
            }
        }
        newCost[goal] = leastCost;
        newHeight[goal] = leastHeight;
        best[goal] = leastStep;
        if (leastCost == cost[goal] && leastHeight == height[goal]) {
            agenda.remove(goal);
        } else if (isBefore(leastCost, leastHeight, cost[goal], height[goal])) {
            agenda.put(goal, leastCost, leastHeight);
        } else {
            agenda.put(goal, cost[goal], height[goal]);
        }
    }

    private static boolean isBefore(double c, int h, double otherCost, int otherHeight) {
        return c < otherCost || c == otherCost && h < otherHeight;
    }
}
