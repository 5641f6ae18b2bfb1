package dev.clew.plans.stories;

/**
 * Where something stands in the text of a world.
 *
 * @param offset the number of characters before it; negative for what stands in no text
 */
public record Place(long offset) {
    /** The place of what no text says. */
    public static final Place NOWHERE = new Place(-1);
}
