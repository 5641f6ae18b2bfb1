package dev.clew.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places for parameters in the text of a goal: {@code ?} standing alone, and {@code
 * :name} where an operand is wanted. Each is replaced by an anonymous variable and blanks, so that
 * all positions in the text stay what they are.
 */
final class Placeholders {
    private static final String SYMBOLS = "+-*/\\^<>=~:.?@#&$";

    /** A place for a parameter: how many characters stand before it, and its name or null. */
    record Place(long offset, @Nullable String name) {}

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private int at;

    /** Whether what stands before is complete, so that a colon is an infix operator. */
    private boolean afterOperand;

    private Placeholders(String text) {
        this.text = text;
    }

    /** The text with variables for the parameters. */
    static Placeholders in(String text) {
        Placeholders p = new Placeholders(text);
        p.scan();
        return p;
    }

    /** The text with variables instead of the parameters. */
    String text() {
        return out.toString();
    }

    /** The places in the order of the text. */
    List<Place> places() {
        return places;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                copyTo(lineEnd());
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                copyTo(end < 0 ? text.length() : end + 2);
            } else if (c == '\'' || c == '"' || c == '`') {
                copyTo(quoteEnd(c));
                afterOperand = true;
            } else if (isNamePart(c)) {
                word();
                afterOperand = true;
            } else if (SYMBOLS.indexOf(c) >= 0) {
                symbols();
            } else {
                afterOperand = c == ')' || c == ']' || c == '}' || isSpace(c) && afterOperand;
                copyTo(at + 1);
            }
        }
    }

    private void copyTo(int end) {
        out.append(text, at, end);
        at = end;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Where a quoted item ends; a doubled quote does not end it, nor does an escaped one. */
    private int quoteEnd(char quote) {
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
            i++;
        }
        return text.length();
    }

    /** Copies a name or number; {@code 0'c} is a number, whatever character c is. */
    private void word() {
        int end = at;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean quotes = end < text.length() && text.charAt(end) == '\'';
        if (quotes && end == at + 1 && text.charAt(at) == '0') {
            int c = end + 1 < text.length() ? text.charAt(end + 1) : 0;
            boolean twoChars = c == '\\' || c == '\'';
            end = Math.min(text.length(), end + (twoChars ? 3 : 2));
        }
        copyTo(end);
    }

    private void symbols() {
        int end = at;
        while (end < text.length() && SYMBOLS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end == at + 1 && text.charAt(at) == '?') {
            place(null, end);
        } else if (end == at + 1 && text.charAt(at) == ':' && !afterOperand && startsName(end)) {
            int stop = end;
            while (stop < text.length() && isNamePart(text.charAt(stop))) {
                stop++;
            }
            place(text.substring(end, stop), stop);
        } else {
            copyTo(end);
            afterOperand = false;
        }
    }

    private void place(@Nullable String name, int end) {
        places.add(new Place(out.codePointCount(0, out.length()), name));
        out.append('_').repeat(' ', end - at - 1);
        at = end;
        afterOperand = true;
    }

    private boolean startsName(int i) {
        return i < text.length() && Character.isJavaIdentifierStart(text.charAt(i));
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c);
    }
}
