package dev.clew.rules.syntax;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A term that was read, with what is known of its text.
 *
 * @param term the term; {@code end_of_file} after the last one
 * @param variables its variables in the order of their first occurrences, anonymous ones included
 * @param start the number of characters before the term
 * @param end the number of characters before its end, the full stop included
 * @param line the line where the term starts, from 1
 * @param column the column where it starts, from 0
 * @param positions the positions of all subterms, as SWI-Prolog's {@code subterm_positions}; null
 *     if not asked for
 * @param comments the comments since the last term; empty if not asked for
 */
public record ReadResult(
        Term term,
        List<ReadVariable> variables,
        long start,
        long end,
        int line,
        int column,
        @Nullable Term positions,
        List<Comment> comments) {

    /** The variables that have names, each once. */
    public List<ReadVariable> namedVariables() {
        List<ReadVariable> named = new ArrayList<>(variables.size());
        for (ReadVariable v : variables) {
            if (!v.isAnonymous()) {
                named.add(v);
            }
        }
        return named;
    }

    /**
     * The variables that have names and occur once (the option {@code singletons} of ISO 7.10.3).
     */
    public List<ReadVariable> singletons() {
        List<ReadVariable> once = new ArrayList<>();
        for (ReadVariable v : variables) {
            if (v.occurrences() == 1 && !v.isAnonymous()) {
                once.add(v);
            }
        }
        return once;
    }

    /** The variables whose single occurrence is probably a mistake. */
    public List<ReadVariable> suspiciousSingletons() {
        List<ReadVariable> once = new ArrayList<>();
        for (ReadVariable v : variables) {
            if (v.isSuspiciousSingleton()) {
                once.add(v);
            }
        }
        return once;
    }
}
