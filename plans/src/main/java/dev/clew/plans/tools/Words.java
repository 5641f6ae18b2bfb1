package dev.clew.plans.tools;

import java.util.Locale;

/**
 * Names as words, however they are written: {@code hotelId}, {@code hotel_id}, {@code Hotel ID}.
 */
final class Words {
    private Words() {}

    /** The letters and digits of a name, in small letters. */
    static String of(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    static boolean areEqual(String a, String b) {
        return of(a).equals(of(b));
    }

    /** Whether a name ends in another, as {@code get_temperature} in {@code temperature}. */
    static boolean ends(String name, String end) {
        String words = of(end);
        return !words.isEmpty() && of(name).endsWith(words);
    }
}
