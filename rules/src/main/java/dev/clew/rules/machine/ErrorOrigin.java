package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** Where an error was raised: the built-in or unknown predicate, and the clause that called it. */
public final class ErrorOrigin {
    /** The ball this belongs to. */
    Term ball;

    private final @Nullable Predicate running;
    private final @Nullable Clause clause;

    private ErrorOrigin(Term ball, @Nullable Predicate running, @Nullable Clause clause) {
        this.ball = ball;
        this.running = running;
        this.clause = clause;
    }

    static ErrorOrigin of(Machine m, Term ball) {
        Clause clause = m.at instanceof Steps.Located l ? l.clause() : null;
        return new ErrorOrigin(ball, m.running, clause);
    }

    /** The predicate that was running, or null. */
    public @Nullable Predicate running() {
        return running;
    }

    /** The clause whose body was running, or null. */
    public @Nullable Clause clause() {
        return clause;
    }
}
