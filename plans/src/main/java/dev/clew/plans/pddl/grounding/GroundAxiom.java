package dev.clew.plans.pddl.grounding;

/**
 * A derived fact and one condition under which it holds.
 *
 * @param head the fact
 * @param body literals: a fact, or {@code ~fact} for one that must not hold
 */
record GroundAxiom(int head, int[] body) {}
