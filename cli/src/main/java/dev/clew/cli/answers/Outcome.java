package dev.clew.cli.answers;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * How a question ended.
 *
 * @param kind in one word
 * @param answers the number of answers shown
 * @param isComplete whether there are surely no others
 * @param limit what was used up: {@code answers}, {@code time}, {@code inferences}, {@code memory},
 *     {@code depth}; null if nothing was
 * @param inferences the calls made
 * @param cpuMillis the processor time used, in milliseconds
 * @param wallMillis the time that passed, in milliseconds
 * @param errorText what is to say of an error, or null
 * @param error the error term, or null
 */
public record Outcome(
        Kind kind,
        long answers,
        boolean isComplete,
        @Nullable String limit,
        long inferences,
        long cpuMillis,
        long wallMillis,
        @Nullable String errorText,
        @Nullable Term error) {

    /** The ways to end. */
    public enum Kind {
        /** There is an answer. */
        ANSWERED("answered"),
        /** There are answers, but all of them are neither true nor false. */
        UNDEFINED("undefined"),
        /** There is none. */
        NO("no"),
        /** A limit was reached first. */
        LIMIT("limit"),
        /** Something was wrong. */
        ERROR("error");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in JSON. */
        public String word() {
            return word;
        }
    }
}
