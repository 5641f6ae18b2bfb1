package dev.clew.plans.pddl.model;

import java.util.List;

/**
 * What an action changes. All changes happen at once; where an atom is both added and deleted, it
 * holds afterwards.
 */
public sealed interface Effect {
    /** The offset of the effect in its source. */
    int at();

    /** The atom holds afterwards. */
    record Add(Atom atom, int at) implements Effect {}

    /** The atom does not hold afterwards. */
    record Delete(Atom atom, int at) implements Effect {}

    /** All of these; none if it is empty. */
    record All(List<Effect> parts, int at) implements Effect {}

    /** Happens if the condition held before. */
    record When(Formula condition, Effect effect, int at) implements Effect {}

    /** Happens for all objects. */
    record ForAll(List<Parameter> variables, Effect effect, int at) implements Effect {}

    /** A number grows; the only one that counts is the one that the metric minimizes. */
    record Increase(Atom function, Expression amount, int at) implements Effect {}
}
