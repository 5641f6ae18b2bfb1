package dev.clew.goals.search;

import dev.clew.goals.Estimate;
import dev.clew.goals.graph.Bounds;
import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;
import dev.clew.goals.graph.Nearest;
import dev.clew.goals.graph.Proved;

import java.util.Arrays;
import java.util.Random;

/**
 * Monte Carlo tree search for AND/OR graphs. The worth of a goal is a guess of the chance that it
 * can be achieved: 1 if it is, {@code 1 / (2 + estimate)} as long as it is open, and after that the
 * mean of what was found below it; the worth of a step is the product of those of its premises.
 */
final class MonteCarlo<G> implements Picker {
    /** How often a way down may lead back to where it came from before another is sought. */
    private static final int MAX_TURNS = 64;

    private final GoalGraph<G> graph;
    private final Proved<G> proved;
    private final Bounds<G> bounds;
    private final Estimate<G> estimate;
    private final int root;
    private final double exploration;
    private final Random random;

    // By step: how often it was taken, and the sum of the worths found.
    private int[] visits = new int[0];
    private double[] sums = new double[0];

    // By goal.
    private boolean[] isOnWay = new boolean[0];

    // The steps from the root down to the goal that was picked last.
    private int[] way = new int[16];
    private int depth;

    MonteCarlo(Growth<G> growth, Bounds<G> bounds, double exploration, long seed) {
        this.graph = growth.graph();
        this.proved = growth.proved();
        this.bounds = bounds;
        this.estimate = growth.problem().estimate();
        this.root = growth.root();
        this.exploration = exploration;
        this.random = new Random(seed);
        growth.watch(this::expanded);
    }

    private void expanded(int goal) {
        if (graph.steps() > visits.length) {
            visits = Arrays.copyOf(visits, 2 * graph.steps());
            sums = Arrays.copyOf(sums, 2 * graph.steps());
        }
        if (graph.goals() > isOnWay.length) {
            isOnWay = Arrays.copyOf(isOnWay, 2 * graph.goals());
        }
        if (depth > 0) {
            backUp(worth(goal));
        }
    }

    @Override
    public int next(int[] into) {
        for (int turn = 0; turn < MAX_TURNS && !isDead(root) && !proved.has(root); turn++) {
            int leaf = descend();
            if (leaf >= 0) {
                into[0] = leaf;
                return 1;
            }
            backUp(0);
        }
        int leaf = proved.has(root) ? GoalGraph.NONE : Nearest.openLeaf(graph, root);
        into[0] = leaf;
        return leaf < 0 ? 0 : 1;
    }

    private boolean isDead(int goal) {
        return bounds.cost(goal) == Double.POSITIVE_INFINITY;
    }

    private int descend() {
        depth = 0;
        int goal = root;
        while (goal >= 0 && !graph.isOpen(goal)) {
            isOnWay[goal] = true;
            int s = choose(goal);
            if (s < 0) {
                goal = GoalGraph.NONE;
            } else {
                if (depth == way.length) {
                    way = Arrays.copyOf(way, 2 * depth);
                }
                way[depth++] = s;
                goal = premise(s);
            }
        }
        for (int i = 0; i < depth; i++) {
            isOnWay[graph.achieves(way[i])] = false;
        }
        if (root < isOnWay.length) {
            isOnWay[root] = false;
        }
        return goal;
    }

    /** The step with the best mean and bonus: PUCT. */
    private int choose(int goal) {
        int end = graph.endOfSteps(goal);
        long total = 1;
        double priors = 0;
        for (int s = graph.firstStep(goal); s < end; s++) {
            total += visits[s];
            priors += Math.exp(-graph.cost(s));
        }
        double best = Double.NEGATIVE_INFINITY;
        int chosen = GoalGraph.NONE;
        for (int s = graph.firstStep(goal); s < end; s++) {
            if (isPossible(s)) {
                double mean = visits[s] == 0 ? worthOfStep(s) : sums[s] / visits[s];
                double prior = priors == 0 ? 1 : Math.exp(-graph.cost(s)) / priors;
                double score =
                        mean + exploration * prior * Math.sqrt((double) total) / (1 + visits[s]);
                if (score > best) {
                    best = score;
                    chosen = s;
                }
            }
        }
        return chosen;
    }

    private boolean isPossible(int s) {
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            if (isDead(graph.premise(p)) || isOnWay[graph.premise(p)]) {
                return false;
            }
        }
        return true;
    }

    /** A premise without a proof, at random. */
    private int premise(int s) {
        int count = 0;
        int chosen = GoalGraph.NONE;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            if (!proved.has(graph.premise(p)) && random.nextInt(++count) == 0) {
                chosen = graph.premise(p);
            }
        }
        return chosen;
    }

    private double worthOfStep(int s) {
        double worth = 1;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            worth *= worth(graph.premise(p));
        }
        return worth;
    }

    private double worth(int goal) {
        if (proved.has(goal)) {
            return 1;
        } else if (isDead(goal)) {
            return 0;
        } else if (graph.isOpen(goal)) {
            return 1 / (2 + estimate.of().applyAsDouble(graph.goal(goal)));
        }
        double sum = 0;
        long count = 0;
        for (int s = graph.firstStep(goal); s < graph.endOfSteps(goal); s++) {
            sum += sums[s];
            count += visits[s];
        }
        return count == 0 ? 1 / (2 + bounds.cost(goal)) : sum / count;
    }

    /** Tells all steps on the way what was found at its end. */
    private void backUp(double found) {
        double worth = found;
        for (int i = depth - 1; i >= 0; i--) {
            int s = way[i];
            int below = i + 1 < depth ? graph.achieves(way[i + 1]) : GoalGraph.NONE;
            for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
                if (below >= 0 && graph.premise(p) != below) {
                    worth *= worth(graph.premise(p));
                }
            }
            visits[s]++;
            sums[s] += worth;
        }
        depth = 0;
    }
}
