package dev.clew.plans.pddl.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A predicate, or a function, with its arguments.
 *
 * @param name the predicate
 * @param arguments its arguments
 */
public record Atom(String name, List<Term> arguments) {
    /** The atom without variables; those that {@code bindings} does not know stay. */
    public Atom bind(Map<String, String> bindings) {
        List<Term> bound = new ArrayList<>(arguments.size());
        for (Term t : arguments) {
            String value = t instanceof Term.Variable ? bindings.get(t.name()) : null;
            bound.add(value == null ? t : new Term.Constant(value));
        }
        return new Atom(name, bound);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(").append(name);
        for (Term t : arguments) {
            text.append(' ').append(t.name());
        }
        return text.append(')').toString();
    }
}
