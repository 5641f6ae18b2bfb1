package dev.clew.goals;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One way to achieve a goal: all premises are needed.
 *
 * @param name what the step is called: a rule, an action, a tool, a reaction
 * @param premises the goals that must hold before it; none if it achieves the goal by itself
 * @param cost what the step itself costs, without its premises; not negative
 * @param evidence what the expander wants to keep with it: a place in a file, an answer of a model
 */
public record Step<G>(String name, List<G> premises, double cost, @Nullable Object evidence) {
    public Step {
        if (!(cost >= 0) || cost == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "The `cost` ("
                            + cost
                            + ") of step `"
                            + name
                            + "` must be a number that is not negative.\n"
                            + "Maybe leave a step out that must not be taken.");
        }
        premises = List.copyOf(premises);
    }

    /** A step of a given cost without evidence. */
    public Step(String name, List<G> premises, double cost) {
        this(name, premises, cost, null);
    }

    /** A step that costs 1. */
    @SafeVarargs
    public static <G> Step<G> of(String name, G... premises) {
        return new Step<>(name, List.of(premises), 1, null);
    }
}
