package dev.clew.rules.checking;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a check of a proof has found. */
public sealed interface Verdict {
    /**
     * Each step follows from the program, except those that are named.
     *
     * @param steps how many steps the proof has
     * @param trusted those that were not decided; an empty list means that all is proved
     */
    record Accepted(int steps, List<Trusted> trusted) implements Verdict {
        public Accepted {
            trusted = List.copyOf(trusted);
        }
    }

    /**
     * A step is wrong.
     *
     * @param place the step
     * @param goal the goal of the step, as text
     * @param reason what is wrong with it, as a sentence
     * @param source the place in the program that it should follow from, {@code file:line}, or null
     *     if there is none
     */
    record Refused(Place place, String goal, String reason, @Nullable String source)
            implements Verdict {
        /** All that in words. */
        @Override
        public String toString() {
            return "Wrong at " + place + ", " + goal + ": " + reason;
        }
    }

    /**
     * A step that the proof needs and that the program alone does not decide.
     *
     * @param place the step
     * @param goal the goal of the step, as text
     * @param reason why it is not decided; it continues a sentence
     */
    record Trusted(Place place, String goal, String reason) {
        /** All that in words. */
        @Override
        public String toString() {
            return "Trusted at " + place + ", " + goal + ": " + reason + ".";
        }
    }
}
