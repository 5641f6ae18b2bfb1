/**
 * From text to {@link dev.clew.plans.pddl.model.PlanningTask}: words and groups first, then
 * sections in any order.
 */
@NullMarked
package dev.clew.plans.pddl.reading;

import org.jspecify.annotations.NullMarked;
