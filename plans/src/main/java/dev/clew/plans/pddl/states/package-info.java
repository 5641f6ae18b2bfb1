/**
 * States as a few words each: {@link dev.clew.plans.pddl.states.Task} has variables with few
 * values, {@link dev.clew.plans.pddl.states.StateTable} keeps states packed and knows which are
 * new.
 */
@NullMarked
package dev.clew.plans.pddl.states;

import org.jspecify.annotations.NullMarked;
