package dev.clew.plans.pddl;

import java.math.BigDecimal;
import java.util.List;

/**
 * Actions that lead from the initial state to the goal.
 *
 * @param steps the actions with their objects: {@code (move a b)}
 * @param cost what they cost together
 * @param isUnit whether each action counts 1
 */
public record Plan(List<String> steps, BigDecimal cost, boolean isUnit) {
    /** The plan as the planning competitions write it: an action a line, then the cost. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            text.append(step).append('\n');
        }
        return text.append("; cost = ")
                .append(cost.toPlainString())
                .append(isUnit ? " (unit cost)\n" : " (general cost)\n")
                .toString();
    }
}
