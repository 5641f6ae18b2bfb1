package dev.clew.plans.pddl.states;

import java.util.function.IntFunction;

/**
 * A planning task over variables with finitely many values (SAS+, with conditional effects and
 * derived variables). A fact is a variable with a value; facts are numbered through. Derived
 * variables stand behind all others and have two values: 0 if the fact holds, 1 if it does not.
 */
public final class Task {
    /** How many variables there are, and how many of them are not derived. */
    public final int variables;

    public final int primary;

    /** Per variable: how many values, and the number of the fact with its first value. */
    public final int[] sizes;

    public final int[] firstFact;

    /** Per fact its variable. */
    public final int[] variableOf;

    /** The values at first; those of derived variables are not set. */
    public final int[] initial;

    /** The facts to be reached. */
    public final int[] goal;

    /** Per action: facts that must hold before, facts that hold afterwards, and the cost. */
    public final Rows conditions;

    public final Rows results;
    public final int[] costs;

    /** Per action its conditional effects, in the order in which they count. */
    public final Rows effects;

    /** Per conditional effect: facts that must hold before, and the fact that then holds. */
    public final Rows effectConditions;

    public final int[] effectResults;

    /** Per rule of a derived fact: facts that must hold, and the fact that then holds. */
    public final Rows axiomConditions;

    public final int[] axiomResults;

    /** Per derived variable, from {@link #primary} on, in which round it is decided. */
    public final int[] layers;

    /** By what costs were multiplied to make them whole. */
    public final int costScale;

    /** Whether an action may cost other than 1. */
    public final boolean hasCosts;

    private final IntFunction<String> actionNames;
    private final IntFunction<String> factNames;

    /** A task of these parts. */
    public Task(
            int primary,
            int[] sizes,
            int[] initial,
            int[] goal,
            Actions actions,
            Axioms axioms,
            int costScale,
            boolean hasCosts,
            IntFunction<String> actionNames,
            IntFunction<String> factNames) {
        this.variables = sizes.length;
        this.primary = primary;
        this.sizes = sizes;
        this.initial = initial;
        this.goal = goal;
        this.conditions = actions.conditions();
        this.results = actions.results();
        this.costs = actions.costs();
        this.effects = actions.effects();
        this.effectConditions = actions.effectConditions();
        this.effectResults = actions.effectResults();
        this.axiomConditions = axioms.conditions();
        this.axiomResults = axioms.results();
        this.layers = axioms.layers();
        this.costScale = costScale;
        this.hasCosts = hasCosts;
        this.actionNames = actionNames;
        this.factNames = factNames;
        this.firstFact = new int[variables + 1];
        for (int v = 0; v < variables; v++) {
            firstFact[v + 1] = firstFact[v] + sizes[v];
        }
        this.variableOf = new int[facts()];
        for (int v = 0; v < variables; v++) {
            for (int f = firstFact[v]; f < firstFact[v + 1]; f++) {
                variableOf[f] = v;
            }
        }
    }

    /**
     * The actions of a task.
     *
     * @param conditions per action, facts that must hold
     * @param results per action, facts that hold afterwards
     * @param costs per action, its cost
     * @param effects per action, its conditional effects
     * @param effectConditions per conditional effect, facts that must hold
     * @param effectResults per conditional effect, the fact that then holds
     */
    public record Actions(
            Rows conditions,
            Rows results,
            int[] costs,
            Rows effects,
            Rows effectConditions,
            int[] effectResults) {}

    /**
     * The rules of derived facts.
     *
     * @param conditions per rule, facts that must hold
     * @param results per rule, the fact that then holds
     * @param layers per derived variable, in which round it is decided
     */
    public record Axioms(Rows conditions, int[] results, int[] layers) {}

    /** How many facts there are. */
    public int facts() {
        return firstFact[variables];
    }

    /** How many actions there are. */
    public int actions() {
        return costs.length;
    }

    /** Whether there are derived facts. */
    public boolean hasAxioms() {
        return primary < variables;
    }

    /** The fact that a variable has a value. */
    public int fact(int variable, int value) {
        return firstFact[variable] + value;
    }

    /** Whether a fact holds in a state. */
    public boolean holds(int fact, int[] state) {
        int v = variableOf[fact];
        return state[v] == fact - firstFact[v];
    }

    /** Whether the goal holds in a state. */
    public boolean isGoal(int[] state) {
        for (int fact : goal) {
            if (!holds(fact, state)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an action can be done in a state. */
    public boolean isApplicable(int action, int[] state) {
        for (int i = conditions.start(action); i < conditions.end(action); i++) {
            if (!holds(conditions.at(i), state)) {
                return false;
            }
        }
        return true;
    }

    /** Writes the state after an action; derived variables are left as they are. */
    public void apply(int action, int[] state, int[] next) {
        System.arraycopy(state, 0, next, 0, primary);
        for (int i = results.start(action); i < results.end(action); i++) {
            set(results.at(i), next);
        }
        for (int i = effects.start(action); i < effects.end(action); i++) {
            int effect = effects.at(i);
            if (isTriggered(effect, state)) {
                set(effectResults[effect], next);
            }
        }
    }

    private boolean isTriggered(int effect, int[] state) {
        for (int i = effectConditions.start(effect); i < effectConditions.end(effect); i++) {
            if (!holds(effectConditions.at(i), state)) {
                return false;
            }
        }
        return true;
    }

    private void set(int fact, int[] state) {
        int v = variableOf[fact];
        state[v] = fact - firstFact[v];
    }

    /** An action with its objects, as plans show it: {@code (move a b)}. */
    public String actionName(int action) {
        return actionNames.apply(action);
    }

    /** A fact in words. */
    public String factName(int fact) {
        return factNames.apply(fact);
    }
}
