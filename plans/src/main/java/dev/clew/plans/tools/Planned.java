package dev.clew.plans.tools;

import dev.clew.goals.Outcome;
import dev.clew.goals.Used;
import dev.clew.goals.proofs.Proof;

import java.util.List;

/** How the search for a plan ended. */
public sealed interface Planned {
    /** What was used. */
    Used used();

    /**
     * There is a plan.
     *
     * @param plan the plan
     * @param proof why it gives what is wanted
     * @param isOptimal whether no plan is cheaper, a call that is needed twice counted twice
     */
    record Found(CallPlan plan, Proof<Need> proof, boolean isOptimal, Used used)
            implements Planned {}

    /**
     * There is none with what is given.
     *
     * @param questions what would have to be given, the least that would do
     * @param plan the plan that there would be then
     * @param proof why that would give what is wanted
     */
    record Missing(List<Question> questions, CallPlan plan, Proof<Need> proof, Used used)
            implements Planned {
        public Missing {
            questions = List.copyOf(questions);
        }
    }

    /** The search stopped before it knew. */
    record Stopped(Outcome.Limit limit, Used used) implements Planned {}
}
