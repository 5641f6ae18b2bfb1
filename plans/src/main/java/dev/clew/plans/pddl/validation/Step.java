package dev.clew.plans.pddl.validation;

import java.util.List;

/**
 * An action of a plan.
 *
 * @param action its name
 * @param objects its arguments
 * @param at where it stands in the text of the plan
 */
public record Step(String action, List<String> objects, int at) {
    @Override
    public String toString() {
        return objects.isEmpty()
                ? "(" + action + ")"
                : "(" + action + " " + String.join(" ", objects) + ")";
    }
}
