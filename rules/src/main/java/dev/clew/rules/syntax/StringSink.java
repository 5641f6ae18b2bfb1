package dev.clew.rules.syntax;

/** Collects what is written in a string. */
public final class StringSink implements CharSink {
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
        return text.isEmpty() ? -1 : text.codePointBefore(text.length());
    }

    /** What was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
