package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.PlanningTask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of a task and what they are. */
final class Objects {
    private final Map<String, Set<String>> typesOf = new LinkedHashMap<>();
    private final Map<List<String>, List<String>> byTypes = new HashMap<>();

    Objects(PlanningTask task) {
        for (Parameter p : task.objects()) {
            Set<String> types = new LinkedHashSet<>();
            p.types().forEach(t -> types.addAll(task.domain().types().above(t)));
            typesOf.put(p.name(), types);
        }
    }

    boolean has(String name) {
        return typesOf.containsKey(name);
    }

    Set<String> names() {
        return typesOf.keySet();
    }

    /** Whether an object is of one of these types. */
    boolean is(String name, List<String> types) {
        Set<String> own = typesOf.getOrDefault(name, Set.of());
        return types.stream().anyMatch(own::contains);
    }

    /** The objects of one of these types. */
    List<String> of(List<String> types) {
        return byTypes.computeIfAbsent(
                types,
                t -> {
                    List<String> found = new ArrayList<>();
                    for (String name : typesOf.keySet()) {
                        if (is(name, t)) {
                            found.add(name);
                        }
                    }
                    return found;
                });
    }
}
