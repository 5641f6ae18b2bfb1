package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which files and libraries have been loaded, and into which modules. */
public final class LoadedFiles {
    private final Map<String, Module> modules = new ConcurrentHashMap<>();
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    /**
     * The module of a loaded file or library ({@code library/lists}), or null if it has not been
     * loaded.
     */
    public @Nullable Module module(String key) {
        return modules.get(key);
    }

    /** Notes that a file has been, or is being, loaded. */
    public void put(String key, Module module) {
        modules.put(key, module);
    }

    /** Notes the version of a file by its time of change. */
    public void setTime(String key, long millis) {
        times.put(key, millis);
    }

    /** Whether a file has not changed since it was loaded. */
    public boolean isCurrent(String key, long millis) {
        Long then = times.get(key);
        return modules.containsKey(key) && then != null && then == millis;
    }

    /** All loaded files and libraries. */
    public List<String> files() {
        return new ArrayList<>(modules.keySet());
    }
}
