package dev.clew.studies;

import java.util.Optional;

/** A published claim and a program that reproduces it. */
public interface Study {
    /** One word, with hyphens. */
    String name();

    /** What is claimed, in one line. */
    String claim();

    /**
     * Runs the study and returns its table: lines of text, each ended. The same seed gives the same
     * table to the byte.
     */
    String run(long seed);

    /** A picture of what the table shows, as SVG, if the study has one. */
    default Optional<String> plot(long seed) {
        return Optional.empty();
    }
}
