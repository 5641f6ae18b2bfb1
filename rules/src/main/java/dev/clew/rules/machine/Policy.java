package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

/** What rules may do to the world outside: files, processes, the environment, Java objects. */
@FunctionalInterface
public interface Policy {
    /** Everything is allowed. */
    Policy OPEN = (operation, kind, culprit) -> {};

    /**
     * Asks whether an operation is allowed.
     *
     * @param operation such as {@code open}, {@code execute}, {@code delete}
     * @param kind such as {@code source_sink}, {@code process}, {@code directory}
     * @param culprit what it would be done to
     * @throws dev.clew.rules.terms.PrologError a permission error if it is not
     */
    void check(String operation, String kind, Term culprit);
}
