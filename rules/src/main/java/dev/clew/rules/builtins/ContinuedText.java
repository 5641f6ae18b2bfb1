package dev.clew.rules.builtins;

import dev.clew.rules.syntax.CharSink;

/** Collects what is written in a string that will follow other text. */
final class ContinuedText implements CharSink {
    /** The last character of the text before, or -1. */
    int before = -1;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void append(String more) {
        text.append(more);
    }

    @Override
    public void append(int codePoint) {
        text.appendCodePoint(codePoint);
    }

    @Override
    public int last() {
        return text.isEmpty() ? before : text.codePointBefore(text.length());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
