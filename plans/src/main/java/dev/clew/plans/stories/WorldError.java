package dev.clew.plans.stories;

import org.jspecify.annotations.Nullable;

/** A world or an ending that makes no sense: where, what is wrong, and perhaps what was meant. */
public final class WorldError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String sentence;
    private final @Nullable String hint;

    /** What is wrong where, with a "Maybe" sentence if one is known. */
    public WorldError(Place place, String sentence, @Nullable String hint) {
        super(hint == null ? sentence : sentence + "\n" + hint, null, false, false);
        this.place = place;
        this.sentence = sentence;
        this.hint = hint;
    }

    /** Where it is. */
    public Place place() {
        return place;
    }

    /** What is wrong. */
    public String sentence() {
        return sentence;
    }

    /** What was perhaps meant. */
    public @Nullable String hint() {
        return hint;
    }
}
