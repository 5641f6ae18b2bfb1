package dev.clew.plans.pddl.model;

import java.util.List;

/**
 * A variable or an object with its types: it belongs to one of them.
 *
 * @param name the name, of a variable with its question mark
 * @param types one type, or those between which {@code either} leaves the choice
 */
public record Parameter(String name, List<String> types) {
    @Override
    public String toString() {
        return name
                + " - "
                + (types.size() == 1 ? types.get(0) : "(either " + String.join(" ", types) + ")");
    }
}
