package dev.clew.plans.pddl.validation;

import java.math.BigDecimal;
import java.util.List;

/** What is found about a plan. */
public sealed interface Verdict {
    /**
     * The plan can be carried out and reaches the goal.
     *
     * @param steps how many actions it has
     * @param cost what they cost together
     */
    record Valid(int steps, BigDecimal cost) implements Verdict {}

    /**
     * The plan fails.
     *
     * @param step the number of the action that fails, from 1; one more than there are if the goal
     *     is not reached
     * @param place where the action stands: {@code plan:3:1}
     * @param sentence what fails
     * @param reasons why, one a line
     */
    record Invalid(int step, String place, String sentence, List<String> reasons)
            implements Verdict {}
}
