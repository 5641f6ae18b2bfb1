package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

/**
 * The answers to a goal, complete and in a fixed order. They do not change, and any number of
 * threads may read them.
 */
abstract class AnswerList {
    /** How many answers there are. */
    abstract int size();

    /**
     * Unifies the distinct variables of the goal, in the order of first occurrence in its
     * arguments, with answer {@code i} (from 0).
     */
    abstract boolean unify(Machine m, Term[] variables, int i);

    /** What variable {@code v} (from 0) of the goal is in answer {@code i} (from 0): a constant. */
    abstract Term value(int i, int v);

    /** Whether some answer is neither true nor false in the well-founded model. */
    abstract boolean hasUndefined();

    /** Whether answer {@code i} is neither true nor false in the well-founded model. */
    abstract boolean isUndefined(int i);
}
