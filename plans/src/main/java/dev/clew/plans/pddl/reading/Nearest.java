package dev.clew.plans.pddl.reading;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/** What a misspelt name may have been meant to be. */
public final class Nearest {
    private Nearest() {}

    /** "Maybe (name)?" with the nearest of these names, or null if none is near. */
    public static @Nullable String hint(String word, Collection<String> names) {
        String nearest = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(word, name, least);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest == null ? null : "Maybe (" + nearest + ")?";
    }

    /** How many letters must be put in, left out or changed. */
    private static int distance(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
