/**
 * Thinking forward and backward: a planner that errs plans forward in the problem or in the problem
 * turned round, and exact verification chooses among what it proposes.
 *
 * <p>After Ren, Ichter and Majumdar, "Thinking Forward and Backward: Effective Backward Planning
 * with Large Language Models" (arXiv 2411.01790): to swap the initial state and the goal, to
 * reverse each transition, to plan forward, and to reverse the plan.
 *
 * <p>To read in this order: {@link dev.clew.plans.flip.Transitions}, {@link
 * dev.clew.plans.flip.NoisyPlanner}, {@link dev.clew.plans.flip.Flip}, {@link
 * dev.clew.plans.flip.FlipStudy}.
 */
@NullMarked
package dev.clew.plans.flip;

import org.jspecify.annotations.NullMarked;
