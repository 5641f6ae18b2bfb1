package dev.clew.plans.pddl.model;

import java.util.List;

/**
 * A rule for a predicate that no action changes: it holds of what fulfils the condition. All rules
 * of a predicate count, and nothing else.
 *
 * @param predicate the predicate
 * @param parameters its arguments
 * @param condition the condition
 * @param at its offset in the source of the domain
 */
public record Derivation(String predicate, List<Parameter> parameters, Formula condition, int at) {}
