package dev.clew.plans.pddl.grounding;

/**
 * What an action changes if a condition holds.
 *
 * @param condition literals: a fact, or {@code ~fact} for one that must not hold
 * @param add facts that hold afterwards
 * @param delete facts that do not
 */
record GroundEffect(int[] condition, int[] add, int[] delete) {}
