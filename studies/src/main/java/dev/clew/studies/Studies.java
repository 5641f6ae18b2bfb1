package dev.clew.studies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All studies. */
public final class Studies {
    private Studies() {}

    /** The studies in the order of their names. */
    public static List<Study> all() {
        return List.of(
                new BacktrackOrNot(),
                new CausalGames(),
                new CognitiveBehaviours(),
                new Flip(),
                new ReGains(),
                new ReverseChain());
    }

    /** The study of a name; capitals do not matter, and blanks are as good as hyphens. */
    public static Optional<Study> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        for (Study study : all()) {
            if (study.name().equals(wanted)) {
                return Optional.of(study);
            }
        }
        return Optional.empty();
    }
}
