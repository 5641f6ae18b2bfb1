package dev.clew.rules.builtins;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.syntax.NumberText;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Numeric;

import org.jspecify.annotations.Nullable;

/** Numbers in text, as the predicates that convert between the two accept them. */
final class Numerals {
    private Numerals() {}

    /**
     * The number that a text denotes as a term (ISO 8.16.7, 8.16.8): layout and comments may come
     * first and, as between other tokens, after a minus sign (6.3.1.2); nothing may follow.
     *
     * @throws dev.clew.rules.terms.PrologError {@code syntax_error(illegal_number)}
     */
    static Numeric read(String text) {
        Numeric value = afterLayout(text);
        if (value == null) {
            throw Errors.syntax("illegal_number");
        }
        return value;
    }

    /** As {@link #read}, but null for text that is no number. */
    static @Nullable Numeric afterLayout(String text) {
        int start = skipLayout(text, 0);
        if (start < 0) {
            return null;
        }
        if (!text.startsWith("-", start)) {
            return unsigned(text.substring(start));
        }
        int digits = skipLayout(text, start + 1);
        Numeric value = digits < 0 ? null : unsigned(text.substring(digits));
        return value == null ? null : Arithmetic.negate(value);
    }

    /** The number that is the whole text, perhaps with a sign; or null. */
    static @Nullable Numeric signed(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char sign = text.charAt(0);
        if (sign != '-' && sign != '+') {
            return unsigned(text);
        }
        Numeric value = unsigned(text.substring(1));
        return value == null || sign == '+' ? value : Arithmetic.negate(value);
    }

    private static @Nullable Numeric unsigned(String text) {
        return !text.isEmpty() && Character.isDigit(text.codePointAt(0))
                ? NumberText.parseOrNull(text)
                : null;
    }

    /** Where text goes on after white space and comments; -1 for an unfinished comment. */
    private static int skipLayout(String text, int start) {
        int i = start;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else if (text.charAt(i) == '%') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                if (end < 0) {
                    return -1;
                }
                i = end + 2;
            } else {
                break;
            }
        }
        return i;
    }
}
