package dev.clew.plans.pddl;

/**
 * What a planner answers. That there is no plan and that it stopped early are different answers.
 */
public sealed interface Outcome {
    /** What was used. */
    Used used();

    /**
     * There is a plan.
     *
     * @param plan the plan
     * @param isOptimal whether no plan is cheaper
     * @param used what was used
     */
    record Solved(Plan plan, boolean isOptimal, Used used) implements Outcome {}

    /**
     * There is no plan; this is proved.
     *
     * @param why how
     * @param used what was used
     */
    record Impossible(String why, Used used) implements Outcome {}

    /**
     * The search was stopped before it had an answer.
     *
     * @param reason what ran out
     * @param bound no plan costs less than this, as far as was found out
     * @param used what was used
     */
    record OutOfBudget(Reason reason, long bound, Used used) implements Outcome {}

    /** What ran out. */
    enum Reason {
        /** The time. */
        TIME,
        /** The memory. */
        MEMORY,
        /** The expansions. */
        EXPANSIONS,
        /** The caller's patience: somebody has cancelled it. */
        CANCELLED
    }
}
