package dev.clew.cli.programs;

import dev.clew.rules.machine.Spelling;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/** Finds what a misspelt word may have meant. */
public final class Nearest {
    private Nearest() {}

    /** The candidate most like {@code word}, or null if none is near. */
    public static @Nullable String of(String word, Collection<String> candidates) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String c : candidates) {
            int distance =
                    Spelling.isNear(word, c) ? Spelling.distance(word, c) : Integer.MAX_VALUE;
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }
}
