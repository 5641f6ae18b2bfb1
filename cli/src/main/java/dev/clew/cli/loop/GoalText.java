package dev.clew.cli.loop;

/** Looks at text that is being typed: whether it is complete, and where in it a place is. */
final class GoalText {
    private static final String SYMBOLS = "#$&*+-./:<=>?@^~\\";

    private final String text;
    private int at;
    private boolean ended;
    private int openQuote = -1;

    private GoalText(String text) {
        this.text = text;
    }

    /** Whether a full stop ends the text, or it is a command of the loop, or empty. */
    static boolean isComplete(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() || LoopCommand.is(trimmed) || new GoalText(text).scan().ended;
    }

    /**
     * Where the quoted text that is open at the end of {@code text} starts, behind its quote; -1 if
     * none is.
     */
    static int openQuote(String text) {
        return new GoalText(text).scan().openQuote;
    }

    private GoalText scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
                ended &= end >= 0;
            } else if (c == '0' && text.startsWith("'", at + 1) && !isInWord()) {
                character();
            } else if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
            } else if (SYMBOLS.indexOf(c) >= 0) {
                symbol();
            } else {
                ended &= Character.isWhitespace(c);
                at++;
            }
        }
        return this;
    }

    private boolean isInWord() {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** A character code such as {@code 0'a}, {@code 0'\n} or {@code 0'''}. */
    private void character() {
        ended = false;
        boolean twice = text.startsWith("\\", at + 2) || text.startsWith("''", at + 2);
        at = Math.min(text.length(), at + (twice ? 4 : 3));
    }

    private void quoted(char quote) {
        ended = false;
        openQuote = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at < text.length()) {
            openQuote = -1;
            at++;
        } else {
            at = text.length();
        }
    }

    private void symbol() {
        int start = at;
        while (at < text.length() && SYMBOLS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean isDot = at - start == 1 && text.charAt(start) == '.';
        boolean isLast =
                at == text.length()
                        || Character.isWhitespace(text.charAt(at))
                        || text.charAt(at) == '%';
        ended = isDot && isLast;
    }
}
