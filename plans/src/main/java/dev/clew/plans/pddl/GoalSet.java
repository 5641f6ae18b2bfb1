package dev.clew.plans.pddl;

import dev.clew.plans.pddl.states.Task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Facts that shall hold together: a goal of the goal graph. Two sets of the same facts of one task
 * are equal.
 */
public final class GoalSet {
    private final Task task;
    private final int[] facts;
    private final int hash;

    GoalSet(Task task, int[] sorted) {
        this.task = task;
        this.facts = sorted;
        this.hash = Arrays.hashCode(sorted);
    }

    int[] numbers() {
        return facts;
    }

    /** The facts in words. */
    public List<String> facts() {
        List<String> names = new ArrayList<>(facts.length);
        for (int fact : facts) {
            names.add(task.factName(fact));
        }
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoalSet set && hash == set.hash && Arrays.equals(facts, set.facts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return String.join(" ", facts());
    }
}
