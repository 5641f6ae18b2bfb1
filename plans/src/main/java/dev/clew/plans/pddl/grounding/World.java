package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.model.Action;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Derivation;
import dev.clew.plans.pddl.model.Effect;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.PlanningTask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers for the objects and predicates of a task, and what is known of them beforehand. */
final class World {
    final PlanningTask task;
    final List<String> objects = new ArrayList<>();
    final List<String> predicates = new ArrayList<>();

    /** Whether actions add to, delete from, or rules derive a predicate. */
    final boolean[] isAdded;

    final boolean[] isDeleted;
    final boolean[] isDerived;

    private final Map<String, Integer> objectIds = new HashMap<>();
    private final Map<String, Integer> predicateIds = new HashMap<>();
    private final Map<Set<String>, int[]> domains = new HashMap<>();
    private final List<Set<String>> typesOfObjects = new ArrayList<>();

    World(PlanningTask task) {
        this.task = task;
        for (Parameter p : task.objects()) {
            objectIds.put(p.name(), objects.size());
            objects.add(p.name());
            Set<String> types = new LinkedHashSet<>();
            for (String type : p.types()) {
                types.addAll(task.domain().types().above(type));
            }
            typesOfObjects.add(types);
        }
        for (String name : task.domain().predicates().keySet()) {
            predicateIds.put(name, predicates.size());
            predicates.add(name);
        }
        isAdded = new boolean[predicates.size()];
        isDeleted = new boolean[predicates.size()];
        isDerived = new boolean[predicates.size()];
        for (Action a : task.domain().actions()) {
            mark(a.effect());
        }
        for (Derivation d : task.domain().derivations()) {
            isDerived[predicate(d.predicate())] = true;
        }
    }

    private void mark(Effect effect) {
        switch (effect) {
            case Effect.Add e -> isAdded[predicate(e.atom().name())] = true;
            case Effect.Delete e -> isDeleted[predicate(e.atom().name())] = true;
            case Effect.All e -> e.parts().forEach(this::mark);
            case Effect.When e -> mark(e.effect());
            case Effect.ForAll e -> mark(e.effect());
            case Effect.Increase e -> {}
        }
    }

    int predicate(String name) {
        Integer id = predicateIds.get(name);
        if (id == null) {
            throw new IllegalArgumentException("There is no predicate (" + name + ").");
        }
        return id;
    }

    int object(String name) {
        Integer id = objectIds.get(name);
        if (id == null) {
            throw new IllegalArgumentException("There is no object (" + name + ").");
        }
        return id;
    }

    /** Whether no action and no rule changes a predicate. */
    boolean isStatic(int predicate) {
        return !isAdded[predicate] && !isDeleted[predicate] && !isDerived[predicate];
    }

    /** Whether no new atoms of a predicate can come to hold. */
    boolean neverGrows(int predicate) {
        return !isAdded[predicate] && !isDerived[predicate];
    }

    /** The objects of one of these types, ascending; equal questions have the same answer. */
    int[] domain(List<String> types) {
        return domains.computeIfAbsent(new LinkedHashSet<>(types), this::objectsOf);
    }

    private int[] objectsOf(Set<String> types) {
        int[] found = new int[objects.size()];
        int n = 0;
        for (int i = 0; i < found.length; i++) {
            for (String type : types) {
                if (typesOfObjects.get(i).contains(type)) {
                    found[n++] = i;
                    break;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** The arguments of an atom without variables. */
    int[] arguments(Atom atom) {
        int[] ids = new int[atom.arguments().size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = object(atom.arguments().get(i).name());
        }
        return ids;
    }
}
