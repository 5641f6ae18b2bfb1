package dev.clew.plans.tools;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Finds what lies at a path within a value: {@code .address.city}, {@code [0].id}. */
public final class Paths {
    private Paths() {}

    /** What lies at a path; null if nothing does. */
    public static @Nullable Object at(@Nullable Object value, String path) {
        Object found = value;
        int i = 0;
        while (i < path.length() && found != null) {
            int end = i + 1;
            while (end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
                end++;
            }
            found =
                    path.charAt(i) == '.'
                            ? field(found, path.substring(i + 1, end))
                            : element(found, path.substring(i + 1, end - 1));
            i = end;
        }
        return found;
    }

    private static @Nullable Object field(Object value, String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static @Nullable Object element(Object value, String number) {
        int index = Integer.parseInt(number);
        return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }
}
