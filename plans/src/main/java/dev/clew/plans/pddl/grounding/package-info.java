/**
 * From actions with variables to actions with objects.
 *
 * <p>{@link dev.clew.plans.pddl.grounding.Grounder} does it in steps: the domain becomes rules of
 * Datalog over the atoms that can ever hold (delete relaxation: Helmert, <i>Concise finite-domain
 * representations for PDDL planning tasks</i>, Artificial Intelligence 173, 2009, section 6); the
 * firings of the rules become ground actions; what does not bear on the goal is left out; atoms of
 * which at most one holds become the values of one variable (ibid., section 5, here on the ground
 * actions).
 */
@NullMarked
package dev.clew.plans.pddl.grounding;

import org.jspecify.annotations.NullMarked;
