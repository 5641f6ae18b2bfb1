package dev.clew.goals;

import java.util.function.Predicate;

/**
 * What is to be achieved, and how.
 *
 * @param goal the goal
 * @param given says of a goal whether it holds already
 * @param by says which steps achieve a goal
 * @param estimate guesses what a goal costs; of use to strategies that choose the best first
 */
public record Problem<G>(G goal, Predicate<? super G> given, Expander<G> by, Estimate<G> estimate) {
    /** A problem about which nothing can be guessed. */
    public Problem(G goal, Predicate<? super G> given, Expander<G> by) {
        this(goal, given, by, Estimate.none());
    }

    /** The same means for another goal. */
    public Problem<G> withGoal(G other) {
        return new Problem<>(other, given, by, estimate);
    }

    /** The same problem with another guess. */
    public Problem<G> withEstimate(Estimate<G> other) {
        return new Problem<>(goal, given, by, other);
    }
}
