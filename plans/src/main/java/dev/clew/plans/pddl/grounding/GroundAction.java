package dev.clew.plans.pddl.grounding;

import java.util.List;

/**
 * An action with its objects.
 *
 * @param rule what it was made from
 * @param objects its arguments
 * @param condition literals: a fact, or {@code ~fact} for one that must not hold
 * @param add facts that hold afterwards
 * @param delete facts that do not
 * @param effects what else it changes
 * @param cost what it costs
 */
record GroundAction(
        Rule rule,
        int[] objects,
        int[] condition,
        int[] add,
        int[] delete,
        List<GroundEffect> effects,
        int cost) {}
