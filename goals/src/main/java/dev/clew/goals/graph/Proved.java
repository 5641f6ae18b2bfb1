package dev.clew.goals.graph;

import dev.clew.goals.proofs.Proof;

import java.util.Arrays;

/**
 * The cheapest proof of each goal that the graph has so far. What is known only improves, so a
 * change is passed on to the goals above until nothing gets better (Ramalingam and Reps 1996,
 * restricted to decreases). Of proofs of the same cost the one with fewer levels is kept, which
 * makes every step worse than its premises: so no proof rests on itself, even where steps cost
 * nothing.
 */
public final class Proved<G> {
    private static final int NO_STEP = -1;

    private final GoalGraph<G> graph;

    // By goal: cost and levels of its cheapest proof, and the step that it ends in.
    private double[] cost = new double[0];
    private int[] height = new int[0];
    private int[] best = new int[0];
    private int known;

    // By step: how many of its premises have no proof yet.
    private int[] missing = new int[0];

    private int[] queue = new int[16];
    private boolean[] isQueued = new boolean[0];
    private int head;
    private int tail;

    Proved(GoalGraph<G> graph) {
        this.graph = graph;
    }

    /** Whether a goal has a proof. */
    public boolean has(int goal) {
        return cost[goal] < Double.POSITIVE_INFINITY;
    }

    /** What the cheapest proof of a goal costs; infinite if it has none. */
    public double cost(int goal) {
        return cost[goal];
    }

    /** How many steps lie one upon the other in it. */
    public int height(int goal) {
        return height[goal];
    }

    /** The step that achieves a goal in its cheapest proof; negative if it is given. */
    public int step(int goal) {
        return best[goal];
    }

    /** Takes note of goals that were added. */
    void added() {
        int goals = graph.goals();
        if (goals > cost.length) {
            int size = Math.max(goals, GoalGraph.grown(cost.length));
            cost = Arrays.copyOf(cost, size);
            height = Arrays.copyOf(height, size);
            best = Arrays.copyOf(best, size);
            isQueued = Arrays.copyOf(isQueued, size);
        }
        for (; known < goals; known++) {
            boolean given = graph.isGiven(known);
            cost[known] = given ? 0 : Double.POSITIVE_INFINITY;
            best[known] = NO_STEP;
        }
    }

    /** Takes note of the steps of a goal that was expanded. */
    void expanded(int goal) {
        int end = graph.endOfSteps(goal);
        if (graph.steps() > missing.length) {
            missing =
                    Arrays.copyOf(
                            missing, Math.max(graph.steps(), GoalGraph.grown(missing.length)));
        }
        for (int s = graph.firstStep(goal); s < end; s++) {
            int count = 0;
            for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
                count += has(graph.premise(p)) ? 0 : 1;
            }
            missing[s] = count;
            if (count == 0) {
                improve(s);
            }
        }
        settle();
    }

    private void settle() {
        while (head != tail) {
            int goal = queue[head];
            head = (head + 1) & (queue.length - 1);
            isQueued[goal] = false;
            for (int u = graph.firstUse(goal); u >= 0; u = graph.nextUse(u)) {
                int s = graph.neededBy(u);
                if (missing[s] == 0) {
                    improve(s);
                }
            }
        }
    }

    /** All premises of a step are proved: the goal may have a cheaper proof now. */
    private void improve(int s) {
        double c = graph.cost(s);
        int h = 0;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            int premise = graph.premise(p);
            c += cost[premise];
            h = Math.max(h, height[premise]);
        }
        h++;
        int goal = graph.achieves(s);
        if (c < cost[goal] || c == cost[goal] && h < height[goal]) {
            boolean first = !has(goal);
            cost[goal] = c;
            height[goal] = h;
            best[goal] = s;
            if (first) {
                countDown(goal);
            }
            enqueue(goal);
        }
    }

    private void countDown(int goal) {
        for (int u = graph.firstUse(goal); u >= 0; u = graph.nextUse(u)) {
            missing[graph.neededBy(u)]--;
        }
    }

    private void enqueue(int goal) {
        if (isQueued[goal]) {
            return;
        }
        isQueued[goal] = true;
        queue[tail] = goal;
        tail = (tail + 1) & (queue.length - 1);
        if (tail == head) {
            int[] larger = new int[2 * queue.length];
            System.arraycopy(queue, head, larger, 0, queue.length - head);
            System.arraycopy(queue, 0, larger, queue.length - head, head);
            head = 0;
            tail = queue.length;
            queue = larger;
        }
    }

    /** The cheapest proof of a goal that has one. */
    public Proof<G> proof(int goal) {
        return ProofReader.read(graph, goal, g -> best[g]);
    }
}
