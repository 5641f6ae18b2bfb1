package dev.clew.rules.syntax;

/** The characters of a string. */
public final class StringSource implements CharSource {
    final char[] text;
    int at;
    private int surrogates;
    private int line = 1;
    private int lineStart;

    /** The characters of {@code text}, from the first to the last. */
    public StringSource(String text) {
        this.text = text.toCharArray();
    }

    /** All the characters, those read already too. */
    public String text() {
        return new String(text);
    }

    @Override
    public int read() {
        if (at == text.length) {
            return -1;
        }
        char c = text[at++];
        if (c == '\n') {
            line++;
            lineStart = at - surrogates;
        } else if (c >= Character.MIN_SURROGATE && isPair(c, at)) {
            surrogates++;
            return Character.toCodePoint(c, text[at++]);
        }
        return c;
    }

    private boolean isPair(char high, int next) {
        return Character.isHighSurrogate(high)
                && next < text.length
                && Character.isLowSurrogate(text[next]);
    }

    @Override
    public int peek() {
        if (at == text.length) {
            return -1;
        }
        char c = text[at];
        return c >= Character.MIN_SURROGATE && isPair(c, at + 1)
                ? Character.toCodePoint(c, text[at + 1])
                : c;
    }

    /** Moves on to the end of the line. */
    void skipLine() {
        char[] t = text;
        int i = at;
        while (i < t.length && t[i] != '\n') {
            if (Character.isHighSurrogate(t[i]) && isPair(t[i], i + 1)) {
                surrogates++;
                i++;
            }
            i++;
        }
        at = i;
    }

    /** Moves over spaces, tabs and line ends. */
    void skipSpaces() {
        char[] t = text;
        int i = at;
        while (i < t.length && t[i] <= ' ' && Chars.kind(t[i]) == Chars.LAYOUT) {
            if (t[i++] == '\n') {
                line++;
                lineStart = i - surrogates;
            }
        }
        at = i;
    }

    /** Moves over ASCII letters and digits. */
    void skipWord() {
        char[] t = text;
        byte[] word = Chars.WORD;
        int i = at;
        while (i < t.length && t[i] < 128 && word[t[i]] != 0) {
            i++;
        }
        at = i;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int column() {
        return at - surrogates - lineStart;
    }

    @Override
    public long offset() {
        return (long) at - surrogates;
    }
}
