package dev.clew.rules.builtins;

import org.jspecify.annotations.Nullable;

/** A text with its characters counted as Prolog does, by code points. */
final class Points {
    private final String text;

    /** Where each character starts, and the end; null if every character is one {@code char}. */
    private final int @Nullable [] starts;

    Points(String text) {
        this.text = text;
        int count = text.codePointCount(0, text.length());
        this.starts = count == text.length() ? null : starts(text, count);
    }

    private static int[] starts(String text, int count) {
        int[] starts = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            starts[i] = at;
            at = text.offsetByCodePoints(at, 1);
        }
        starts[count] = at;
        return starts;
    }

    /** The number of characters. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    int length() {
        return starts == null ? text.length() : starts.length - 1;
    }

    String text() {
        return text;
    }

    /** The characters from {@code from} to before {@code to}. */
    String sub(int from, int to) {
        return starts == null ? text.substring(from, to) : text.substring(starts[from], starts[to]);
    }

    /** The character at {@code index}. */
    int at(int index) {
        return text.codePointAt(starts == null ? index : starts[index]);
    }

    /** Where {@code part} occurs first at or after {@code from}, or -1. */
    int indexOf(String part, int from) {
        if (starts == null) {
            return Occurrences.indexOf(text, part, from);
        }
        int found = Occurrences.indexOf(text, part, starts[from]);
        return found < 0 ? -1 : text.codePointCount(0, found);
    }

    /** Whether {@code part} stands at {@code from}. */
    boolean hasAt(String part, int from) {
        return text.startsWith(part, starts == null ? from : starts[from]);
    }
}
