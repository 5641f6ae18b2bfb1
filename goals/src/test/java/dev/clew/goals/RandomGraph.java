package dev.clew.goals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random AND/OR graph, mostly with cycles, and the cost of each goal computed plainly. */
record RandomGraph(List<List<Step<Integer>>> steps, Set<Integer> given, double[] cost) {
    static RandomGraph of(Random random) {
        int goals = 2 + random.nextInt(25);
        double fertility = 0.5 + 2 * random.nextDouble();
        List<List<Step<Integer>>> steps = new ArrayList<>();
        Set<Integer> given = new HashSet<>();
        for (int goal = 0; goal < goals; goal++) {
            List<Step<Integer>> own = new ArrayList<>();
            while (random.nextDouble() * fertility > 0.4 && own.size() < 4) {
                List<Integer> premises = new ArrayList<>();
                for (int i = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3); i > 0; i--) {
                    premises.add(random.nextInt(goals));
                }
                own.add(new Step<>(goal + "/" + own.size(), premises, random.nextInt(5)));
            }
            steps.add(own);
            if (goal > 0 && random.nextInt(5) == 0) {
                given.add(goal);
            }
        }
        return new RandomGraph(steps, given, costs(steps, given));
    }

    private static double[] costs(List<List<Step<Integer>>> steps, Set<Integer> given) {
        double[] cost = new double[steps.size()];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        given.forEach(goal -> cost[goal] = 0);
        for (boolean changes = true; changes; ) {
            changes = false;
            for (int goal = 0; goal < cost.length; goal++) {
                for (Step<Integer> step : steps.get(goal)) {
                    double c = step.cost();
                    for (int premise : step.premises()) {
                        c += cost[premise];
                    }
                    if (c < cost[goal]) {
                        cost[goal] = c;
                        changes = true;
                    }
                }
            }
        }
        return cost;
    }

    Problem<Integer> problem() {
        return new Problem<>(0, given::contains, steps::get);
    }

    boolean isPossible() {
        return cost[0] < Double.POSITIVE_INFINITY;
    }
}
