package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.states.Rows;
import dev.clew.plans.pddl.states.Task;

import java.util.Arrays;

/**
 * A task without deletions: facts, once true, stay so. Each step needs facts, costs something and
 * makes facts true; it stands for an action, for one of its conditional effects, or for a rule of a
 * derived fact. That a derived fact does not hold is taken to be true from the start.
 */
public final class Relaxation {
    final Task task;

    /** How many steps there are. */
    final int steps;

    /** Per step the facts that it needs, the facts that it makes true, and its action or -1. */
    final Rows conditions;

    final Rows results;
    final int[] action;

    /** Per fact the steps that need it. */
    final Rows needing;

    /** Steps that need nothing. */
    final int[] free;

    /** Facts that are taken to hold in each state. */
    final int[] given;

    /** Whether a fact is a condition or a goal. */
    final boolean[] isUsed;

    /** The relaxation of a task. */
    public Relaxation(Task task) {
        this.task = task;
        isUsed = used(task);
        int conditional = task.effectResults.length;
        int rules = task.axiomResults.length;
        int most = task.actions() + conditional + rules;
        int[][] needs = new int[most][];
        int[][] makes = new int[most][];
        int[] of = new int[most];
        int n = 0;
        for (int a = 0; a < task.actions(); a++) {
            int[] made = useful(task.results.row(a));
            if (made.length > 0) {
                needs[n] = task.conditions.row(a);
                makes[n] = made;
                of[n++] = a;
            }
            for (int i = task.effects.start(a); i < task.effects.end(a); i++) {
                int e = task.effects.at(i);
                if (isUsed[task.effectResults[e]]) {
                    needs[n] = union(task.conditions.row(a), task.effectConditions.row(e));
                    makes[n] = new int[] {task.effectResults[e]};
                    of[n++] = a;
                }
            }
        }
        for (int r = 0; r < rules; r++) {
            if (isUsed[task.axiomResults[r]]) {
                needs[n] = task.axiomConditions.row(r);
                makes[n] = new int[] {task.axiomResults[r]};
                of[n++] = -1;
            }
        }
        steps = n;
        conditions = Rows.of(Arrays.copyOf(needs, n));
        results = Rows.of(Arrays.copyOf(makes, n));
        action = Arrays.copyOf(of, n);
        needing = conditions.inverted(task.facts());
        free = free();
        given = new int[task.variables - task.primary];
        for (int v = task.primary; v < task.variables; v++) {
            given[v - task.primary] = task.fact(v, 1);
        }
    }

    private static boolean[] used(Task task) {
        boolean[] is = new boolean[task.facts()];
        for (int fact : task.goal) {
            is[fact] = true;
        }
        for (Rows rows :
                new Rows[] {task.conditions, task.effectConditions, task.axiomConditions}) {
            for (int i = 0; i < (rows.size() == 0 ? 0 : rows.end(rows.size() - 1)); i++) {
                is[rows.at(i)] = true;
            }
        }
        return is;
    }

    private int[] useful(int[] facts) {
        int n = 0;
        int[] kept = new int[facts.length];
        for (int fact : facts) {
            if (isUsed[fact]) {
                kept[n++] = fact;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static int[] union(int[] left, int[] right) {
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return Arrays.stream(both).distinct().toArray();
    }

    private int[] free() {
        int n = 0;
        int[] found = new int[steps];
        for (int s = 0; s < steps; s++) {
            if (conditions.length(s) == 0) {
                found[n++] = s;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Per step what it costs: what its action does, or 1 where all count the same. */
    int[] costs(boolean isUnit) {
        int[] costs = new int[steps];
        for (int s = 0; s < steps; s++) {
            costs[s] = action[s] < 0 ? 0 : isUnit ? 1 : task.costs[action[s]];
        }
        return costs;
    }
}
