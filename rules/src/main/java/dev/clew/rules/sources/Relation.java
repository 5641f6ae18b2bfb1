package dev.clew.rules.sources;

import dev.clew.rules.terms.Term;

import java.util.OptionalLong;

/** The facts of one predicate, which lie outside. Used by any number of threads at once. */
public interface Relation {
    /**
     * The rows that may match a call. A relation should leave out what does not match, as far as it
     * can do so cheaply; the caller unifies each row with the call in any case.
     *
     * @param arguments the arguments of the call, dereferenced: variables, atomic terms, or
     *     compound terms
     * @param reading what the query has open; rows of one reading are of one state of the source
     * @throws SourceException if the source cannot be read
     */
    Rows rows(Term[] arguments, Reading reading);

    /** What the source is called in messages: without passwords. */
    String description();

    /** About how many rows there are, if that is known without reading them. */
    default OptionalLong size(Reading reading) {
        return OptionalLong.empty();
    }
}
