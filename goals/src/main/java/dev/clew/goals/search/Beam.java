package dev.clew.goals.search;

import dev.clew.goals.Estimate;
import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Level by level, the goals of each level with the least cost from the root and estimate only. */
final class Beam<G> implements Picker {
    private final GoalGraph<G> graph;
    private final Estimate<G> estimate;
    private final int width;
    private int firstOfLevel;
    private List<Integer> level = List.of();
    private int next;
    private boolean isComplete = true;

    /** By goal: the least cost of the steps from the root to it. */
    private double[] costAbove = new double[16];

    Beam(Growth<G> growth, int width) {
        this.graph = growth.graph();
        this.estimate = growth.problem().estimate();
        this.width = width;
        Arrays.fill(costAbove, Double.POSITIVE_INFINITY);
        costAbove[growth.root()] = 0;
        growth.watch(this::expanded);
    }

    @Override
    public boolean isComplete() {
        return isComplete;
    }

    private void expanded(int goal) {
        int known = costAbove.length;
        if (graph.goals() > known) {
            costAbove = Arrays.copyOf(costAbove, graph.goals() * 2);
            Arrays.fill(costAbove, known, costAbove.length, Double.POSITIVE_INFINITY);
        }
        for (int s = graph.firstStep(goal); s < graph.endOfSteps(goal); s++) {
            double cost = costAbove[goal] + graph.cost(s);
            for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
                int premise = graph.premise(p);
                costAbove[premise] = Math.min(costAbove[premise], cost);
            }
        }
    }

    @Override
    public int next(int[] into) {
        while (true) {
            for (; next < level.size(); next++) {
                if (graph.isOpen(level.get(next))) {
                    into[0] = level.get(next++);
                    return 1;
                }
            }
            if (!nextLevel()) {
                return 0;
            }
        }
    }

    private boolean nextLevel() {
        List<Integer> open =
                IntStream.range(firstOfLevel, graph.goals())
                        .filter(graph::isOpen)
                        .boxed()
                        .sorted(Comparator.comparingDouble(this::score))
                        .toList();
        firstOfLevel = graph.goals();
        isComplete &= open.size() <= width;
        level = open.subList(0, Math.min(width, open.size()));
        next = 0;
        return !level.isEmpty();
    }

    private double score(int goal) {
        return costAbove[goal] + estimate.of().applyAsDouble(graph.goal(goal));
    }
}
