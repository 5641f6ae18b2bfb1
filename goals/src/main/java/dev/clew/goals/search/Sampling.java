package dev.clew.goals.search;

import dev.clew.goals.Event;
import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;
import dev.clew.goals.graph.Proved;

import java.util.Arrays;
import java.util.Random;

/** Proofs drawn at random from the goal down, each until it is complete or leads nowhere. */
final class Sampling<G> implements Picker {
    private final Growth<G> growth;
    private final GoalGraph<G> graph;
    private final Proved<G> proved;
    private final long samples;
    private final int limit;
    private final double temperature;
    private final Random random;
    private long drawn;

    /** Goals of this sample that are still to be achieved, and how deep they lie. */
    private int[] open = new int[16];

    private int[] level = new int[16];
    private int count;

    /** By goal: the sample that met it last. */
    private long[] met = new long[0];

    Sampling(Growth<G> growth, long samples, int limit, double temperature, long seed) {
        this.growth = growth;
        this.graph = growth.graph();
        this.proved = growth.proved();
        this.samples = samples;
        this.limit = limit;
        this.temperature = temperature;
        this.random = new Random(seed);
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public int next(int[] into) {
        while (!proved.has(growth.root())) {
            if (count == 0) {
                if (drawn == samples) {
                    return 0;
                }
                drawn++;
                push(growth.root(), 0);
            }
            int goal = open[count - 1];
            if (graph.isOpen(goal)) {
                into[0] = goal;
                return 1;
            }
            int depth = level[--count];
            if (!proved.has(goal) && !isMet(goal)) {
                follow(goal, depth);
            }
        }
        return 0;
    }

    private boolean isMet(int goal) {
        if (goal >= met.length) {
            met = Arrays.copyOf(met, 2 * graph.goals());
        }
        boolean isMet = met[goal] == drawn;
        met[goal] = drawn;
        return isMet;
    }

    private void push(int goal, int depth) {
        if (count == open.length) {
            open = Arrays.copyOf(open, 2 * count);
            level = Arrays.copyOf(level, 2 * count);
        }
        open[count] = goal;
        level[count++] = depth;
    }

    private void follow(int goal, int depth) {
        int s = draw(goal);
        if (s < 0 || depth == limit) {
            count = 0;
            return;
        }
        if (growth.isHeard()) {
            growth.tell(new Event.Tried<>(graph.goal(goal), graph.step(s)));
        }
        for (int p = graph.endOfPremises(s) - 1; p >= graph.firstPremise(s); p--) {
            push(graph.premise(p), depth + 1);
        }
    }

    private int draw(int goal) {
        int first = graph.firstStep(goal);
        int end = graph.endOfSteps(goal);
        double least = Double.POSITIVE_INFINITY;
        for (int s = first; s < end; s++) {
            least = Math.min(least, graph.cost(s));
        }
        double total = 0;
        for (int s = first; s < end; s++) {
            total += weight(s, least);
        }
        double point = random.nextDouble() * total;
        for (int s = first; s < end; s++) {
            point -= weight(s, least);
            if (point < 0) {
                return s;
            }
        }
        return end > first ? end - 1 : GoalGraph.NONE;
    }

    private double weight(int s, double least) {
        return Math.exp((least - graph.cost(s)) / temperature);
    }
}
