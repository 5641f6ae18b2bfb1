package dev.clew.rules.syntax;

/** Where a {@link TermWriter} writes to. */
public interface CharSink {
    /** Writes a text. */
    void append(String text);

    /** Writes a character. */
    void append(int codePoint);

    /** The last character written, or -1 if there is none. */
    int last();
}
