package dev.clew.plans.games;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A text of a game that cannot be understood. The message says where, and perhaps what was meant.
 */
public final class GameError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GameError(String source, int line, int column, String sentence, @Nullable String hint) {
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
