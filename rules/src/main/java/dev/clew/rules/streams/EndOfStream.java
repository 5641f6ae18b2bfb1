package dev.clew.rules.streams;

/** Where an input stream stands with respect to its end. */
public enum EndOfStream {
    /** There is more to read. */
    NOT,
    /** Everything but the end itself is read. */
    AT,
    /** The end is read, too. */
    PAST
}
