package dev.clew.rules.streams;

/** How a stream is opened. */
public enum Mode {
    /** For input. */
    READ,
    /** For output, from an empty sink. */
    WRITE,
    /** For output, after what is there. */
    APPEND,
    /** For output, over what is there. */
    UPDATE
}
