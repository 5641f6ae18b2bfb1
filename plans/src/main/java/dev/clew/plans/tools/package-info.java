/**
 * Chains of tools, found backward from what is wanted.
 *
 * <p>The method is Reverse Chain (Zhang et al., "Reverse Chain: A Generic-Rule for LLMs to Master
 * Multi-API Planning", 2023): choose the tool that returns what is wanted, fill its arguments from
 * what is given, and go on with what is missing. Here it is a search of a goal graph: a {@link
 * dev.clew.plans.tools.Need} is a goal, the {@link dev.clew.plans.tools.Chaining} its expander, so
 * that a wrong choice is undone, what is needed twice is made once, and nothing rests on itself.
 *
 * <p>{@link dev.clew.plans.tools.ToolPlanner} finds a {@link dev.clew.plans.tools.CallPlan} without
 * calling anything, as RE-GAINS does: what a call will return is a placeholder that has a type.
 * {@link dev.clew.plans.tools.PlanCheck} checks a plan by its types alone. {@code
 * dev.clew.plans.tools.running} carries it out.
 */
@NullMarked
package dev.clew.plans.tools;

import org.jspecify.annotations.NullMarked;
