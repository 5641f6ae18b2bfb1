package dev.clew.rules.builtins;

import dev.clew.rules.limits.Watch;

/** Finds text in text. */
final class Occurrences {
    /** Lengths whose product is larger might keep {@link String#indexOf} busy for long. */
    private static final long EASY = 1L << 24;

    private Occurrences() {}

    /** As {@link String#indexOf(String, int)}, in linear time for long texts too. */
    static int indexOf(String text, String part, int from) {
        if (part.length() <= 1 || (long) (text.length() - from) * part.length() <= EASY) {
            return text.indexOf(part, from);
        }
        int start = text.indexOf(part.substring(0, 1), from);
        return start < 0 ? -1 : search(text, part, start, borders(part));
    }

    /**
     * D. E. Knuth, J. H. Morris and V. R. Pratt, Fast Pattern Matching in Strings, SIAM J. Comput.
     * 6 (1977).
     */
    private static int search(String text, String part, int from, int[] borders) {
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            Watch.check(i);
            while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == part.charAt(matched) && ++matched == part.length()) {
                return i + 1 - matched;
            }
        }
        return -1;
    }

    /** For each beginning of {@code part}, the length of its longest border. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int length = 0;
        for (int i = 1; i < borders.length; i++) {
            Watch.check(i);
            while (length > 0 && part.charAt(i) != part.charAt(length)) {
                length = borders[length - 1];
            }
            borders[i] = part.charAt(i) == part.charAt(length) ? ++length : length;
        }
        return borders;
    }
}
