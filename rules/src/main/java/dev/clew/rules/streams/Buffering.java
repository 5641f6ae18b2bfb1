package dev.clew.rules.streams;

/** When written bytes are handed on. */
public enum Buffering {
    /** When the buffer is full. */
    FULL,
    /** At each end of a line. */
    LINE,
    /** After each operation. */
    NONE
}
