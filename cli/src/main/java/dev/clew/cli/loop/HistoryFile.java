package dev.clew.cli.loop;

import dev.clew.rules.streams.Surroundings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the lines typed in are kept. */
final class HistoryFile {
    private HistoryFile() {}

    /** The file, in a folder that is there; null if nothing can be kept. */
    static @Nullable Path of(Surroundings surroundings) {
        Path file = name(surroundings);
        Path folder = file == null ? null : file.getParent();
        if (file == null || folder == null) {
            return null;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return null;
        }
        boolean isUsable =
                Files.exists(file)
                        ? Files.isRegularFile(file)
                                && Files.isReadable(file)
                                && Files.isWritable(file)
                        : Files.isWritable(folder);
        return isUsable ? file : null;
    }

    private static @Nullable Path name(Surroundings surroundings) {
        String state = surroundings.variable("XDG_STATE_HOME");
        if (state != null && state.startsWith("/")) {
            return Path.of(state, "clew", "history");
        }
        String home = surroundings.variable("HOME");
        return home == null || home.isEmpty() ? null : Path.of(home, ".clew_history");
    }
}
