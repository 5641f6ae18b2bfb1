package dev.clew.plans.pddl.model;

import java.util.List;

/**
 * A way to change the state.
 *
 * @param name its name
 * @param parameters what it is done with
 * @param precondition what must hold before
 * @param effect what it changes
 * @param at its offset in the source of the domain
 */
public record Action(
        String name, List<Parameter> parameters, Formula precondition, Effect effect, int at) {}
