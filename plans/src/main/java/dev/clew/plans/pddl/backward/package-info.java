/**
 * Planning from the goal: sets of facts that shall hold, each action turned round. {@link
 * dev.clew.plans.pddl.backward.Regression} makes the sets, {@link
 * dev.clew.plans.pddl.backward.PairMutexes} knows which cannot be reached, {@link
 * dev.clew.plans.pddl.backward.BothEnds} searches from both ends at once.
 */
@NullMarked
package dev.clew.plans.pddl.backward;

import org.jspecify.annotations.NullMarked;
