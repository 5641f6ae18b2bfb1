package dev.clew.goals;

import dev.clew.goals.proofs.Proof;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why there is no proof: the proof that comes nearest, and what is missing in it.
 *
 * @param missing the fewest goals that, if they held, would achieve the goal; a goal that is needed
 *     at several places counts at each of them
 * @param nearest the proof that would then be; null if every way to the goal needs the goal itself
 */
public record WhyNot<G>(List<Missing<G>> missing, @Nullable Proof<G> nearest) {
    public WhyNot {
        missing = List.copyOf(missing);
    }

    /**
     * A goal that was not achieved.
     *
     * @param goal the goal
     * @param reason why not
     * @param failure what the expander threw, if that was the reason
     */
    public record Missing<G>(G goal, Reason reason, @Nullable RuntimeException failure) {}

    /** Why a goal was not achieved. */
    public enum Reason {
        /** It is not given, and no step achieves it. */
        NOTHING_ACHIEVES_IT,
        /** The search stopped before it was looked at. */
        NOT_TRIED,
        /** Every step that achieves it needs it before. */
        NEEDS_ITSELF,
        /** The expander failed on it. */
        EXPANDER_FAILED
    }
}
