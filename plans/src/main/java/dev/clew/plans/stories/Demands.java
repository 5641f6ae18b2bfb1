package dev.clew.plans.stories;

import java.util.List;

/**
 * What an action asks for, or an ending.
 *
 * @param conditions what must hold and what must not
 * @param differences what must not be the same
 */
public record Demands(List<Condition> conditions, List<Difference> differences) {
    public Demands {
        conditions = List.copyOf(conditions);
        differences = List.copyOf(differences);
    }

    /** These conditions. */
    public static Demands of(Condition... conditions) {
        return new Demands(List.of(conditions), List.of());
    }

    /** That two things are not the same one. */
    public record Difference(Term one, Term other) {}
}
