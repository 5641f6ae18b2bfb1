package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.states.Rows;

import java.util.Arrays;

/**
 * hmax: what a step needs costs as much as the dearest part of it (Bonet and Geffner, <i>Planning
 * as heuristic search</i>, Artificial Intelligence 129, 2001). Never more than the true cost, also
 * with conditional effects and derived facts: each conditional effect is a step that could be had
 * alone, and that a derived fact does not hold is free.
 *
 * <p>{@link LandmarkCut} takes from here the dearest condition of each step, the one with the least
 * number if there are several.
 */
public class MaxHeuristic implements Heuristic {
    static final int UNREACHED = Integer.MAX_VALUE;

    /** Sums stop growing here. */
    private static final int HUGE = 1_000_000_000;

    final Relaxation relaxation;

    /** Stands for the whole goal, and for what always holds. */
    final int goalFact;

    final int trueFact;

    /** Per step its conditions, at least one, and its results; the last step leads to the goal. */
    final Rows conditions;

    final Rows results;
    final Rows needing;

    /** Per step what it costs now. */
    final int[] costs;

    /** Per fact what it costs to reach it. */
    final int[] values;

    /** Per step its dearest condition; valid if none is missing. */
    final int[] dearest;

    /** Per step how many of its conditions were not reached. */
    final int[] missing;

    private final int[] fullCosts;
    private final int[] needed;

    /** Per fact the value with which it last left the queue, or -1. */
    private final int[] done;

    private final Buckets queue = new Buckets();

    /** The estimate in terms of the costs of actions. */
    public MaxHeuristic(Relaxation relaxation) {
        this.relaxation = relaxation;
        int facts = relaxation.task.facts();
        int steps = relaxation.steps + 1;
        goalFact = facts;
        trueFact = facts + 1;
        int[][] needs = new int[steps][];
        int[][] makes = new int[steps][];
        for (int s = 0; s < relaxation.steps; s++) {
            needs[s] = orTrue(relaxation.conditions.row(s));
            makes[s] = relaxation.results.row(s);
        }
        needs[steps - 1] = orTrue(relaxation.task.goal.clone());
        makes[steps - 1] = new int[] {goalFact};
        conditions = Rows.of(needs);
        results = Rows.of(makes);
        needing = conditions.inverted(facts + 2);
        fullCosts = Arrays.copyOf(relaxation.costs(false), steps);
        costs = new int[steps];
        values = new int[facts + 2];
        done = new int[facts + 2];
        dearest = new int[steps];
        missing = new int[steps];
        needed = new int[steps];
        for (int s = 0; s < steps; s++) {
            needed[s] = needs[s].length;
        }
    }

    private int[] orTrue(int[] facts) {
        if (facts.length == 0) {
            return new int[] {trueFact};
        }
        Arrays.sort(facts);
        return facts;
    }

    @Override
    public int estimate(int[] state) {
        explore(state);
        return values[goalFact] == UNREACHED ? DEAD_END : values[goalFact];
    }

    /** Per fact what it costs at least to reach it from a state; the greatest int: never. */
    public final int[] values(int[] state) {
        explore(state);
        return Arrays.copyOf(values, relaxation.task.facts());
    }

    /** Finds the values of all facts with the full costs of all steps. */
    final void explore(int[] state) {
        System.arraycopy(fullCosts, 0, costs, 0, costs.length);
        System.arraycopy(needed, 0, missing, 0, missing.length);
        Arrays.fill(values, UNREACHED);
        Arrays.fill(done, -1);
        queue.clear();
        for (int v = 0; v < relaxation.task.variables; v++) {
            reach(relaxation.task.firstFact[v] + state[v], 0);
        }
        for (int fact : relaxation.given) {
            reach(fact, 0);
        }
        reach(trueFact, 0);
        settle();
    }

    /** Lowers values until they fit the costs of the steps. */
    final void settle() {
        for (int fact = queue.poll(); fact >= 0; fact = queue.poll()) {
            int value = values[fact];
            if (done[fact] == value) {
                continue;
            }
            boolean isFirst = done[fact] < 0;
            done[fact] = value;
            for (int i = needing.start(fact); i < needing.end(fact); i++) {
                int step = needing.at(i);
                if (isFirst ? --missing[step] == 0 : missing[step] == 0 && dearest[step] == fact) {
                    choose(step);
                    trigger(step);
                }
            }
        }
        queue.clear();
    }

    private void choose(int step) {
        int best = -1;
        int most = -1;
        for (int i = conditions.start(step); i < conditions.end(step); i++) {
            int fact = conditions.at(i);
            if (values[fact] > most) {
                most = values[fact];
                best = fact;
            }
        }
        dearest[step] = best;
    }

    /** Reaches the results of a step all of whose conditions are reached. */
    final void trigger(int step) {
        int value = Math.min(HUGE, values[dearest[step]] + costs[step]);
        for (int i = results.start(step); i < results.end(step); i++) {
            reach(results.at(i), value);
        }
    }

    private void reach(int fact, int value) {
        if (value < values[fact]) {
            values[fact] = value;
            queue.add(fact, value);
        }
    }
}
