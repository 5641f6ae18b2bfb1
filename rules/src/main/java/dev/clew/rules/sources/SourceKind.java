package dev.clew.rules.sources;

import dev.clew.rules.terms.Struct;

import java.util.List;

/**
 * A kind of source that directives can name, found by {@link java.util.ServiceLoader} when a
 * program first needs one.
 */
public interface SourceKind {
    /**
     * The name, such as {@code csv}, and the numbers of arguments that it takes, as {@code csv/1}.
     */
    List<String> indicators();

    /**
     * The source that a term such as {@code csv("customers.csv")} means.
     *
     * @throws dev.clew.rules.terms.PrologError if the term is wrong
     */
    Source source(Struct term, Place place);
}
