package dev.clew.rules.syntax;

import java.util.HashSet;
import java.util.Set;

/** Names for variables that have none: {@code _A}, {@code _B} and so on, but for those taken. */
public final class FreshNames {
    private final Set<String> taken = new HashSet<>();
    private int given;

    /** Reserves a name; returns whether it was free. */
    public boolean take(String name) {
        return taken.add(name);
    }

    /** A name that was free, and is taken now. */
    public String next() {
        String name;
        do {
            int i = given++;
            name = "_" + (char) ('A' + i % 26) + (i < 26 ? "" : i / 26);
        } while (!take(name));
        return name;
    }
}
