package dev.clew.rules.syntax;

import dev.clew.rules.terms.Term;

/** Writes terms in a way of its own, in place of the {@link TermWriter}. */
public interface Portray {
    /**
     * Writes {@code term} to the sink of the writer, or does nothing.
     *
     * @return whether the term was written
     */
    boolean portray(Term term, WriteOptions options);
}
