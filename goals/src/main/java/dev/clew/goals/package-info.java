/**
 * Goal graphs: one backward search for everything that is reached by steps.
 *
 * <p>A <em>goal</em> is any value. It holds because it is given, or because some <em>step</em>
 * achieves it, all of whose <em>premises</em> hold; those are goals again. An {@link
 * dev.clew.goals.Expander} says which steps would achieve a goal, and that is all that a domain has
 * to say:
 *
 * <pre>{@code
 * Map<String, List<Step<String>>> recipes = Map.of(
 *         "bread", List.of(Step.of("bake", "dough")),
 *         "dough", List.of(Step.of("knead", "flour", "water")));
 * var problem = new Problem<>("bread", Set.of("flour", "water")::contains,
 *         goal -> recipes.getOrDefault(goal, List.of()));
 * Outcome<String> outcome = Search.of(problem).run();
 * }</pre>
 *
 * <p>Goals and steps make a directed hypergraph, the AND/OR graph of Nilsson (Principles of
 * Artificial Intelligence, 1980): of a goal's steps any one will do (OR), of a step's premises all
 * are needed (AND). Equal goals are one goal, so that the graph may have cycles; a proof never
 * does.
 *
 * <p>To read in this order: {@link dev.clew.goals.Step}, {@link dev.clew.goals.Expander}, {@link
 * dev.clew.goals.Problem}, {@link dev.clew.goals.Strategy}, {@link dev.clew.goals.Budget}, {@link
 * dev.clew.goals.Search}, {@link dev.clew.goals.Outcome}, {@link dev.clew.goals.proofs.Proof}. How
 * premises are coupled: {@link dev.clew.goals.Expander} if they are independent, {@link
 * dev.clew.goals.Sharing} if they share variables, {@link dev.clew.goals.Moves} if they interfere.
 */
@NullMarked
package dev.clew.goals;

import org.jspecify.annotations.NullMarked;
