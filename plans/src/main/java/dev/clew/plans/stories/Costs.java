package dev.clew.plans.stories;

import java.util.Arrays;

/**
 * How many occurrences it may take to make a literal true, each need counted by itself: the
 * additive heuristic (Bonet and Geffner 2001). An actor needs a goal, the cheapest one counts.
 */
final class Costs {
    private final double[] costs;

    Costs(Grounding ground, Intentions intentions) {
        costs = new double[ground.literals.size()];
        for (int l = 0; l < costs.length; l++) {
            costs[l] = ground.isSoAtFirst(l) ? 0 : Double.POSITIVE_INFINITY;
        }
        double[] before = new double[0];
        while (!Arrays.equals(before, costs)) {
            before = costs.clone();
            for (int o = 0; o < ground.occurrences.size(); o++) {
                Occurrence occurrence = ground.occurrences.get(o);
                double cost = 1 + sum(occurrence.needs());
                for (String actor : occurrence.actors()) {
                    cost += motive(actor, o, intentions);
                }
                for (int made : occurrence.makes()) {
                    costs[made] = Math.min(costs[made], cost);
                }
            }
        }
    }

    private double motive(String actor, int occurrence, Intentions intentions) {
        double least = Double.POSITIVE_INFINITY;
        for (int g = 0; g < intentions.goals.size(); g++) {
            Intentions.Goal goal = intentions.goals.get(g);
            if (goal.who().equals(actor) && intentions.canServe(occurrence, g)) {
                least = Math.min(least, costs[goal.motive()]);
            }
        }
        return least;
    }

    /** What it takes to make all of these true. */
    double sum(int[] literals) {
        double sum = 0;
        for (int l : literals) {
            sum += costs[l];
        }
        return sum;
    }

    double of(int literal) {
        return costs[literal];
    }
}
