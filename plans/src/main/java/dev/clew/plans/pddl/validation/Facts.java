package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.model.Atom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The atoms that hold, by predicate. */
final class Facts {
    private final Map<String, Set<Atom>> byPredicate = new HashMap<>();

    Facts(Collection<Atom> atoms) {
        atoms.forEach(this::add);
    }

    boolean has(Atom atom) {
        return of(atom.name()).contains(atom);
    }

    Set<Atom> of(String predicate) {
        return byPredicate.getOrDefault(predicate, Set.of());
    }

    boolean add(Atom atom) {
        return byPredicate.computeIfAbsent(atom.name(), p -> new LinkedHashSet<>()).add(atom);
    }

    void remove(Atom atom) {
        Set<Atom> atoms = byPredicate.get(atom.name());
        if (atoms != null) {
            atoms.remove(atom);
        }
    }

    /** All that hold. */
    Set<Atom> all() {
        Set<Atom> all = new LinkedHashSet<>();
        byPredicate.values().forEach(all::addAll);
        return all;
    }

    /** Forgets all atoms of a predicate. */
    void clear(String predicate) {
        byPredicate.remove(predicate);
    }

    /**
     * The atoms of a predicate that name one of these objects, or all if it is none; at most so
     * many.
     */
    List<Atom> about(String predicate, Set<String> objects, int most) {
        List<Atom> found = new ArrayList<>();
        for (Atom a : of(predicate)) {
            if (found.size() < most
                    && (objects.isEmpty()
                            || a.arguments().stream().anyMatch(t -> objects.contains(t.name())))) {
                found.add(a);
            }
        }
        return found;
    }
}
