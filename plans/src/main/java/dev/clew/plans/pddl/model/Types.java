package dev.clew.plans.pddl.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which type is a kind of which. A type may have several parents; all are kinds of object. */
public final class Types {
    /** The type of everything. */
    public static final String OBJECT = "object";

    private final Map<String, Set<String>> parents = new LinkedHashMap<>();

    /** The hierarchy in which each key is a kind of all its values. */
    public Types(Map<String, Set<String>> declared) {
        parents.put(OBJECT, new LinkedHashSet<>());
        declared.forEach((type, above) -> {
            parents.computeIfAbsent(type, t -> new LinkedHashSet<>()).addAll(above);
            for (String a : above) {
                parents.computeIfAbsent(a, t -> new LinkedHashSet<>());
            }
        });
    }

    /** All types. */
    public Set<String> names() {
        return Collections.unmodifiableSet(parents.keySet());
    }

    /** Whether there is such a type. */
    public boolean has(String type) {
        return parents.containsKey(type);
    }

    /** The type and all types above it, with {@link #OBJECT}. */
    public Set<String> above(String type) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String t = open.pop();
            if (found.add(t)) {
                open.addAll(parents.getOrDefault(t, Set.of()));
            }
        }
        found.add(OBJECT);
        return found;
    }
}
