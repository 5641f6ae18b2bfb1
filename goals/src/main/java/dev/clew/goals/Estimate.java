package dev.clew.goals;

import java.util.function.ToDoubleFunction;

/**
 * A guess of what it costs to achieve a goal that was not expanded yet.
 *
 * @param of the guess: not negative; {@link Double#POSITIVE_INFINITY} for a goal that cannot be
 *     achieved
 * @param isAdmissible whether no guess is ever above the true cost. Only then can a search certify
 *     that the proof it found is the cheapest
 */
public record Estimate<G>(ToDoubleFunction<? super G> of, boolean isAdmissible) {
    /** Knows nothing: 0 for each goal, which is admissible since no step costs less than 0. */
    public static <G> Estimate<G> none() {
        return new Estimate<>(goal -> 0, true);
    }

    /** A guess that is never above the true cost. */
    public static <G> Estimate<G> admissible(ToDoubleFunction<? super G> of) {
        return new Estimate<>(of, true);
    }

    /** A guess that may be wrong either way. */
    public static <G> Estimate<G> guess(ToDoubleFunction<? super G> of) {
        return new Estimate<>(of, false);
    }
}
