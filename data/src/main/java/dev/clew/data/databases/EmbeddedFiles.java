package dev.clew.data.databases;

import dev.clew.rules.sources.Place;

import org.jspecify.annotations.Nullable;

import java.io.File;

/**
 * Databases that are a file: DuckDB and SQLite. Their drivers make a new one if it is not there.
 */
final class EmbeddedFiles {
    private static final String[] PREFIXES = {"jdbc:duckdb:", "jdbc:sqlite:"};

    private EmbeddedFiles() {}

    /** The URL with a path that does not depend on the working directory of the process. */
    static String resolve(String url, Place place) {
        String path = path(url);
        if (path == null || new File(path).isAbsolute()) {
            return url;
        }
        int at = prefix(url).length();
        return url.substring(0, at)
                + place.file(path).getPath()
                + url.substring(at + path.length());
    }

    /** The file of a URL, or null. */
    static @Nullable String path(String url) {
        String prefix = prefix(url);
        if (prefix.isEmpty()) {
            return null;
        }
        String rest = url.substring(prefix.length());
        int end = rest.length();
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == ';' || rest.charAt(i) == '?') {
                end = i;
                break;
            }
        }
        String path = rest.substring(0, end);
        boolean isFile = !path.isEmpty() && path.indexOf(':') < 0;
        return isFile ? path : null;
    }

    private static String prefix(String url) {
        for (String prefix : PREFIXES) {
            if (url.startsWith(prefix)) {
                return prefix;
            }
        }
        return "";
    }
}
