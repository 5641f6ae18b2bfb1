package dev.clew.rules.streams;

/** What reading past the end of a stream does (ISO 7.10.2.9). */
public enum EofAction {
    /** Raises a permission error. */
    ERROR,
    /** Delivers the end of the stream again. */
    EOF_CODE,
    /** Looks whether there is more input by now. */
    RESET
}
