package dev.clew.rules.streams;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working directory and the environment variables of a database. They start as those of the
 * process and are changed here only, since a JVM can change neither.
 */
public final class Surroundings {
    private final ConcurrentHashMap<String, String> changed = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Boolean> removed = new ConcurrentHashMap<>();
    private final List<File> temporary = new ArrayList<>();
    private volatile @Nullable String directory;

    /** The working directory, ending in a slash. */
    public String directory() {
        String d = directory;
        return d != null ? d : withSlash(System.getProperty("user.dir", "/"));
    }

    /** Changes the working directory. */
    public void directory(String path) {
        directory = withSlash(path);
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path.concat("/");
    }

    /** The file that {@code path} names when seen from the working directory. */
    public File file(String path) {
        String d = directory;
        File file = new File(path);
        return d == null || file.isAbsolute() ? file : new File(d, path);
    }

    /** The absolute path of {@code path}, without {@code .} and {@code ..} and double slashes. */
    public String absolute(String path) {
        return canonical(isAbsolute(path) ? path : directory().concat(path));
    }

    /** Whether a path starts at the root. */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/") || new File(path).isAbsolute();
    }

    /** An absolute path without {@code .}, {@code ..} and double slashes. */
    public static String canonical(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                addPart(parts, path.substring(start, i));
                start = i + 1;
            }
        }
        StringBuilder out = new StringBuilder();
        if (!path.startsWith("/") && !parts.isEmpty()) {
            out.append(parts.remove(0));
        }
        for (String part : parts) {
            out.append('/').append(part);
        }
        if (out.length() == 0 || (path.endsWith("/") && !parts.isEmpty())) {
            out.append('/');
        }
        return out.toString();
    }

    private static void addPart(List<String> parts, String part) {
        if (part.equals("..")) {
            if (!parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            }
        } else if (!part.isEmpty() && !part.equals(".")) {
            parts.add(part);
        }
    }

    /** The value of an environment variable, or null. */
    public @Nullable String variable(String name) {
        String value = changed.get(name);
        if (value != null || removed.containsKey(name)) {
            return value;
        }
        return System.getenv(name);
    }

    /** Sets an environment variable; null removes it. */
    public void variable(String name, @Nullable String value) {
        if (value == null) {
            removed.put(name, true);
            changed.remove(name);
        } else {
            changed.put(name, value);
            removed.remove(name);
        }
    }

    /** All environment variables. */
    public Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet().removeAll(removed.keySet());
        all.putAll(changed);
        return all;
    }

    /** Has a file deleted when the database is closed. */
    public void deleteLater(File file) {
        synchronized (temporary) {
            temporary.add(file);
        }
    }

    void deleteTemporary() {
        synchronized (temporary) {
            for (File file : temporary) {
                file.delete();
            }
            temporary.clear();
        }
    }
}
