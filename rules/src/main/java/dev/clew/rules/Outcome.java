package dev.clew.rules;

/** Where a search stands: the one thing that a list of answers does not say by itself. */
public enum Outcome {
    /** There may be more answers. */
    OPEN,
    /** All answers have been given: if there were none, the goal does not follow from the rules. */
    COMPLETE,
    /** The caller closed the search before it was complete. */
    CLOSED,
    /** A limit was reached, somebody cancelled the search, or the rules called {@code halt/0}. */
    STOPPED,
    /** An error was raised. */
    FAILED
}
