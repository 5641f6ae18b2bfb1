/**
 * The graph that a search grows, and what is known of each goal in it.
 *
 * <p>{@link dev.clew.goals.graph.GoalGraph} holds goals and steps by numbers, {@link
 * dev.clew.goals.graph.Proved} the cheapest proof of each goal, {@link dev.clew.goals.graph.Bounds}
 * the least that a proof may cost.
 */
@NullMarked
package dev.clew.goals.graph;

import org.jspecify.annotations.NullMarked;
