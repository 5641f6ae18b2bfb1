package dev.clew.studies;

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
}
