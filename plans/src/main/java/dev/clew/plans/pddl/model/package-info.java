/**
 * A planning problem as it is written: what {@link dev.clew.plans.pddl.model.Domain} and {@link
 * dev.clew.plans.pddl.model.PlanningTask} say, in {@link dev.clew.plans.pddl.model.Formula
 * formulas} and {@link dev.clew.plans.pddl.model.Effect effects} that still hold variables.
 */
@NullMarked
package dev.clew.plans.pddl.model;

import org.jspecify.annotations.NullMarked;
