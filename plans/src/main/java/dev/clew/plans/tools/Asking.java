package dev.clew.plans.tools;

import java.util.Optional;

/** Asks the user. */
@FunctionalInterface
public interface Asking {
    /** The answer to a question; empty if there is none. */
    Optional<Object> ask(Question question);

    /** Asks nobody. */
    static Asking nobody() {
        return question -> Optional.empty();
    }
}
