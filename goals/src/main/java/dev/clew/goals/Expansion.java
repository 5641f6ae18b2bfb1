package dev.clew.goals;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an expander made of one goal.
 *
 * @param steps the steps that achieve the goal
 * @param failure why the expander could not tell; then there are no steps, and the goal is neither
 *     achieved nor impossible
 * @param spent what the expansion cost beside time
 */
public record Expansion<G>(List<Step<G>> steps, @Nullable RuntimeException failure, Spent spent) {
    /**
     * What was spent outside.
     *
     * @param calls how many calls of a service or a model
     * @param money what they cost, in the currency of the budget
     */
    public record Spent(long calls, double money) {
        /** Nothing. */
        public static final Spent NOTHING = new Spent(0, 0);
    }

    public Expansion {
        steps = List.copyOf(steps);
    }

    /** Steps that cost nothing to find. */
    public Expansion(List<Step<G>> steps) {
        this(steps, null, Spent.NOTHING);
    }

    /** The expansion of one goal, with what the expander throws as its failure. */
    public static <G> Expansion<G> of(Expander<G> expander, G goal) {
        try {
            return new Expansion<>(expander.expand(goal));
        } catch (RuntimeException failure) {
            return new Expansion<>(List.of(), failure, Spent.NOTHING);
        }
    }
}
