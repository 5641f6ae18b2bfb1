package dev.clew.plans.pddl.grounding;

import java.util.ArrayList;
import java.util.List;

/** A condition without variables. */
sealed interface Ground {
    Ground TRUE = new All(List.of());
    Ground FALSE = new Any(List.of());

    /** A fact, or {@code ~fact} if it must not hold. */
    record Literal(int literal) implements Ground {}

    /** All parts hold. */
    record All(List<Ground> parts) implements Ground {}

    /** One part holds. */
    record Any(List<Ground> parts) implements Ground {}

    /** A conjunction or disjunction, simplified. */
    static Ground junction(List<Ground> parts, boolean isAll) {
        List<Ground> flat = new ArrayList<>();
        for (Ground part : parts) {
            if (part == (isAll ? FALSE : TRUE)) {
                return part;
            } else if (isAll && part instanceof All all) {
                flat.addAll(all.parts());
            } else if (!isAll && part instanceof Any any) {
                flat.addAll(any.parts());
            } else {
                flat.add(part);
            }
        }
        return switch (flat.size()) {
            case 0 -> isAll ? TRUE : FALSE;
            case 1 -> flat.get(0);
            default -> isAll ? new All(flat) : new Any(flat);
        };
    }
}
