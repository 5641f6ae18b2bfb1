package dev.clew.rules.syntax;

/**
 * Puts tokens one after the other, with a space only where two of them would read as something
 * else.
 */
final class Spacer {
    private static final int NO_PREFIX = 0;
    private static final int PREFIX = 1;
    private static final int MINUS = 2;
    private static final int WORD_PREFIX = 3;

    private final CharSink sink;
    private int last;
    private int prefix = NO_PREFIX;

    Spacer(CharSink sink, boolean goesOn) {
        this.sink = sink;
        this.last = goesOn ? sink.last() : -1;
    }

    /** Writes a token. */
    void token(String text) {
        if (!text.isEmpty()) {
            int first = text.codePointAt(0);
            if (needsSpace(first)) {
                sink.append(' ');
            }
            raw(text);
        }
    }

    /** Writes the name of a prefix operator, whose operand follows. */
    void prefix(String text, boolean minus) {
        token(text);
        if (!text.isEmpty()) {
            prefix = Chars.kind(last) != Chars.SYMBOL ? WORD_PREFIX : minus ? MINUS : PREFIX;
        }
    }

    /** Writes punctuation that keeps to what stands before it. */
    void raw(String text) {
        sink.append(text);
        last = text.codePointBefore(text.length());
        prefix = NO_PREFIX;
    }

    /** Takes notice of what others wrote to the sink. */
    void refresh() {
        last = sink.last();
        prefix = NO_PREFIX;
    }

    private boolean needsSpace(int first) {
        switch (prefix) {
            case WORD_PREFIX:
                if (first == '(' || first == '[' || first == '{') {
                    return true;
                }
                break;
            case MINUS:
                if (first == '(' || Chars.isDecimal(first)) {
                    return true;
                }
                break;
            case PREFIX:
                if (first == '(') {
                    return true;
                }
                break;
            default:
                break;
        }
        return fuses(last, first);
    }

    private static boolean fuses(int last, int first) {
        if (last < 0) {
            return false;
        }
        int kind = Chars.kind(first);
        int before = Chars.kind(last);
        if (kind == Chars.SYMBOL) {
            return before == Chars.SYMBOL;
        } else if (kind == Chars.SMALL || kind == Chars.CAPITAL || kind == Chars.DIGIT) {
            return before == Chars.SMALL || before == Chars.CAPITAL || before == Chars.DIGIT;
        }
        return kind == Chars.QUOTE && (first == last || before == Chars.DIGIT);
    }
}
