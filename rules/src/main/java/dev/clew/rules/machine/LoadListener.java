package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * Hears of the problems of program text instead of the user. A machine that has one as the
 * extension of this class hands it all problems of the texts that it loads, and prints none.
 */
public interface LoadListener {
    /**
     * Tells of a problem.
     *
     * @param kind {@code error} or {@code warning}
     * @param file the file that is being loaded, or null
     * @param line the line of the clause, or of the syntax error
     * @param message the message as a term
     * @param sentence what is wrong with text that cannot be read, or null
     */
    void problem(
            String kind, @Nullable String file, int line, Term message, @Nullable String sentence);
}
