package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;

/** How close two names are: edit distance with transpositions. */
public final class Spelling {
    private Spelling() {}

    /** Whether one name may be a slip of the pen for the other. */
    public static boolean isNear(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        int allowed = longest <= 2 ? 0 : longest <= 5 ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= allowed && distance(a, b) <= allowed;
    }

    static int compare(Functor wanted, Functor x, Functor y) {
        int byName =
                Integer.compare(
                        distance(wanted.name().name(), x.name().name()),
                        distance(wanted.name().name(), y.name().name()));
        if (byName != 0) {
            return byName;
        }
        int byArity =
                Integer.compare(
                        Math.abs(wanted.arity() - x.arity()), Math.abs(wanted.arity() - y.arity()));
        return byArity != 0 ? byArity : x.name().name().compareTo(y.name().name());
    }

    /**
     * The least number of insertions, deletions, replacements and swaps of neighbours that make
     * {@code b} of {@code a}.
     */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cell(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
