package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places for the objects that variables stand for; a variable in an inner scope has its own. */
final class Slots {
    private final World world;
    private final List<int[]> domains;
    private final Map<String, Integer> visible;

    Slots(World world) {
        this(world, new ArrayList<>(), new HashMap<>());
    }

    private Slots(World world, List<int[]> domains, Map<String, Integer> visible) {
        this.world = world;
        this.domains = domains;
        this.visible = visible;
    }

    /** The same places, with another scope that sees what this one does. */
    Slots inner() {
        return new Slots(world, domains, new HashMap<>(visible));
    }

    /** A copy whose new places are its own. */
    Slots copy() {
        return new Slots(world, new ArrayList<>(domains), new HashMap<>(visible));
    }

    int[] add(List<Parameter> variables) {
        int[] slots = new int[variables.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = domains.size();
            domains.add(world.domain(variables.get(i).types()));
            visible.put(variables.get(i).name(), slots[i]);
        }
        return slots;
    }

    int term(Term term) {
        return switch (term) {
            case Term.Constant c -> ~world.object(c.name());
            case Term.Variable v -> {
                Integer slot = visible.get(v.name());
                if (slot == null) {
                    throw new IllegalArgumentException("There is no variable " + v.name() + ".");
                }
                yield slot;
            }
        };
    }

    int[] terms(List<Term> terms) {
        int[] slots = new int[terms.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = term(terms.get(i));
        }
        return slots;
    }

    int size() {
        return domains.size();
    }

    int[][] domains() {
        return domains.toArray(int[][]::new);
    }
}
