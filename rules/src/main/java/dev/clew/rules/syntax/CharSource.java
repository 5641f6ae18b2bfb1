package dev.clew.rules.syntax;

/** Characters with a position: what a {@link TermReader} reads from. */
public interface CharSource {
    /** The next character (a code point), or -1 at the end; advances the position. */
    int read();

    /** The next character without consuming it, or -1 at the end. */
    int peek();

    /** The line of the next character, counted from 1. */
    int line();

    /** The column of the next character within its line, counted from 0. */
    int column();

    /** The number of characters before the next one. */
    long offset();
}
