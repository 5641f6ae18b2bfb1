package dev.clew.goals;

import dev.clew.goals.proofs.Proof;

/** How a search ended. "No" and "stopped early" are different outcomes. */
public sealed interface Outcome<G> {
    /** What was used. */
    Used used();

    /**
     * The goal can be achieved.
     *
     * @param proof how
     * @param isOptimal whether it is certain that no proof is cheaper
     * @param bound no proof costs less than this, as far as is known
     */
    record Achieved<G>(Proof<G> proof, boolean isOptimal, double bound, Used used)
            implements Outcome<G> {
        /** What the proof costs: the sum over its steps, a goal needed twice counted twice. */
        public double cost() {
            return proof.cost();
        }
    }

    /** Everything was tried: there is no proof. */
    record Impossible<G>(WhyNot<G> whyNot, Used used) implements Outcome<G> {}

    /**
     * The search was stopped before it knew.
     *
     * @param limit what stopped it
     * @param bound no proof costs less than this, as far as is known
     * @param whyNot what was still missing
     */
    record OutOfBudget<G>(Limit limit, double bound, WhyNot<G> whyNot, Used used)
            implements Outcome<G> {}

    /** What stops a search before it has an answer. */
    enum Limit {
        /** The number of expansions of the budget. */
        EXPANSIONS,
        /** The time of the budget. */
        TIME,
        /** The number of calls of the budget. */
        CALLS,
        /** The money of the budget. */
        MONEY,
        /** The memory of the JVM. */
        MEMORY,
        /** Somebody cancelled the search, or interrupted its thread. */
        CANCELLED,
        /** The strategy does not try everything: it left goals out, or has a limit of its own. */
        STRATEGY,
        /** Everything was tried that could be, but the expander failed on some goals. */
        FAILURES
    }
}
