package dev.clew.rules.datalog;

/** Hears now and then of work done, and may end the evaluation by an exception. */
public interface Progress {
    /** Some steps were made since the last call. */
    void worked(int steps);
}
