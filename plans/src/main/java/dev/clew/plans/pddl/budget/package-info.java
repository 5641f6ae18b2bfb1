/**
 * When to stop: {@link dev.clew.plans.pddl.budget.Watch} is asked now and then by all long loops.
 */
@NullMarked
package dev.clew.plans.pddl.budget;

import org.jspecify.annotations.NullMarked;
