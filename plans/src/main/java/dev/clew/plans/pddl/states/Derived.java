package dev.clew.plans.pddl.states;

import java.util.Arrays;

/**
 * Finds which derived facts hold in a state: those that rules give, layer by layer; what a layer
 * does not give is false for the layers above (stratified negation as failure).
 */
public final class Derived {
    private final Task task;
    private final Rows rulesWith;
    private final int[] missing;
    private final int[] queue;
    private final int[][] layers;

    /** The rules of a task. */
    public Derived(Task task) {
        this.task = task;
        this.rulesWith = task.axiomConditions.inverted(task.facts());
        this.missing = new int[task.axiomResults.length];
        this.queue = new int[task.variables];
        int most = -1;
        for (int layer : task.layers) {
            most = Math.max(most, layer);
        }
        this.layers = new int[most + 1][];
        for (int l = 0; l <= most; l++) {
            int n = 0;
            int[] found = new int[task.layers.length];
            for (int i = 0; i < found.length; i++) {
                if (task.layers[i] == l) {
                    found[n++] = task.primary + i;
                }
            }
            layers[l] = Arrays.copyOf(found, n);
        }
    }

    /** Sets the derived variables of a state. */
    public void complete(int[] state) {
        if (layers.length == 0) {
            return;
        }
        for (int v = task.primary; v < task.variables; v++) {
            state[v] = 1;
        }
        int found = 0;
        for (int rule = 0; rule < missing.length; rule++) {
            missing[rule] = task.axiomConditions.length(rule);
            if (missing[rule] == 0) {
                found = derive(task.axiomResults[rule], state, found);
            }
        }
        for (int v = 0; v < task.primary; v++) {
            found = note(task.firstFact[v] + state[v], state, found);
        }
        int done = 0;
        for (int[] layer : layers) {
            while (done < found) {
                found = note(task.firstFact[queue[done++]], state, found);
            }
            for (int v : layer) {
                if (state[v] == 1) {
                    found = note(task.firstFact[v] + 1, state, found);
                }
            }
        }
    }

    /** Counts a fact in the rules that need it; returns how many derived facts are found now. */
    private int note(int fact, int[] state, int found) {
        int n = found;
        for (int i = rulesWith.start(fact); i < rulesWith.end(fact); i++) {
            int rule = rulesWith.at(i);
            if (--missing[rule] == 0) {
                n = derive(task.axiomResults[rule], state, n);
            }
        }
        return n;
    }

    private int derive(int fact, int[] state, int found) {
        int v = task.variableOf[fact];
        if (state[v] == 0) {
            return found;
        }
        state[v] = 0;
        queue[found] = v;
        return found + 1;
    }
}
