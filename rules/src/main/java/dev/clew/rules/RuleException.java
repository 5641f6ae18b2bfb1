package dev.clew.rules;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * An error that a goal raised and no rule caught, or a goal that cannot be read. Its message says
 * what is wrong, where, and with which values. If Java code that the rules called threw an
 * exception, that is the cause.
 */
public final class RuleException extends ClewException {
    private static final long serialVersionUID = 1L;
    private final transient Term term;
    private final @Nullable String location;
    private final @Nullable String goal;

    RuleException(
            String message,
            Term term,
            @Nullable String location,
            @Nullable String goal,
            @Nullable Throwable cause) {
        super(message, cause);
        this.term = term;
        this.location = location;
        this.goal = goal;
    }

    /** What {@code catch/3} would have seen, such as {@code error(type_error(integer, a), _)}. */
    public Term term() {
        return term;
    }

    /** The clause whose body raised the error, as {@code file:line}, if it is known. */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /**
     * The call that raised the error, such as {@code atom_length(X, 3)}, shortened where it is
     * long, if it is known and has arguments.
     */
    public Optional<String> goal() {
        return Optional.ofNullable(goal);
    }
}
