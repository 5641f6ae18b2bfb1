package dev.clew.cli.commands;

import org.jspecify.annotations.Nullable;

/**
 * A command line that cannot be followed. The message is a sentence; the hint, if there is one, is
 * another.
 */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final @Nullable String hint;

    /** What is wrong, and perhaps what was meant. */
    public UsageError(String sentence, @Nullable String hint) {
        super(sentence, null, false, false);
        this.sentence = sentence;
        this.hint = hint;
    }

    /** The one line for the user. */
    public String line() {
        return hint == null ? "clew: " + sentence : "clew: " + sentence + " " + hint;
    }
}
