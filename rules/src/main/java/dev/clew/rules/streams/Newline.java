package dev.clew.rules.streams;

/** How the end of a line is written in the bytes of a text stream. */
public enum Newline {
    /** As one line feed. */
    POSIX,
    /** As carriage return and line feed. */
    DOS
}
