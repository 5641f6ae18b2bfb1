package dev.clew.rules.sources;

import dev.clew.rules.machine.Spelling;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which names may have been meant. */
final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    static @Nullable String hint(String wrong, List<String> names) {
        List<String> near = new ArrayList<>();
        for (String name : names) {
            if (isNear(lower(wrong), lower(name))) {
                near.add(name);
            }
        }
        if (near.isEmpty()) {
            return null;
        }
        near.sort((x, y) -> Integer.compare(distance(wrong, x), distance(wrong, y)));
        List<String> few = near.subList(0, Math.min(MOST, near.size()));
        return "Maybe " + String.join(" or ", few) + "?";
    }

    private static boolean isNear(String wrong, String name) {
        return Spelling.isNear(wrong, name)
                || wrong.length() > 2 && name.contains(wrong)
                || name.length() > 2 && wrong.contains(name);
    }

    private static int distance(String wrong, String name) {
        return Spelling.distance(lower(wrong), lower(name));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
