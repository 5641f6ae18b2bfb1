package dev.clew.cli.loop;

import dev.clew.rules.streams.Surroundings;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Where the lines typed in are kept. */
final class HistoryFile {
    private HistoryFile() {}

    static @Nullable Path of(Surroundings surroundings) {
        String state = surroundings.variable("XDG_STATE_HOME");
        if (state != null && state.startsWith("/")) {
            return Path.of(state, "clew", "history");
        }
        String home = surroundings.variable("HOME");
        return home == null || home.isEmpty() ? null : Path.of(home, ".clew_history");
    }
}
