package dev.clew.plans.pddl.grounding;

import java.util.List;

/**
 * A condition in negation normal form. Arguments are slots of a binding, from 0 on, or {@code
 * ~object}.
 */
sealed interface Form {
    /** An atom or its negation. */
    record Literal(int predicate, int[] arguments, boolean isNegated) implements Form {}

    /** Two terms are the same object, or are not. */
    record Same(int left, int right, boolean isNegated) implements Form {}

    /** All parts hold. */
    record And(List<Form> parts) implements Form {}

    /** One part holds. */
    record Or(List<Form> parts) implements Form {}

    /** The body holds for all objects in the slots. */
    record Every(int[] slots, Form body) implements Form {}

    /** The body holds for some objects in the slots. */
    record Some(int[] slots, Form body) implements Form {}

    /** What always holds. */
    Form TRUE = new And(List.of());

    /** What never holds. */
    Form FALSE = new Or(List.of());
}
