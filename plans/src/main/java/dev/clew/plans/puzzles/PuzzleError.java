package dev.clew.plans.puzzles;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** A puzzle that cannot be read. The message says where, and perhaps what was meant. */
public final class PuzzleError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error at a line and a column, both from 1; the hint is a whole sentence. */
    public PuzzleError(
            String source, int line, int column, String sentence, @Nullable String hint) {
        super(
                source
                        + ":"
                        + line
                        + ":"
                        + column
                        + ": error: "
                        + sentence
                        + (hint == null ? "" : "\n  " + hint),
                null,
                false,
                false);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
