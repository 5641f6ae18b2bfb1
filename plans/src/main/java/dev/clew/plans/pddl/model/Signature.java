package dev.clew.plans.pddl.model;

import java.util.List;

/**
 * A predicate or function, as it is declared.
 *
 * @param name its name
 * @param parameters its arguments with their types
 */
public record Signature(String name, List<Parameter> parameters) {
    /** How many arguments it takes. */
    public int arity() {
        return parameters.size();
    }

    @Override
    public String toString() {
        return Texts.list(name, parameters);
    }
}
