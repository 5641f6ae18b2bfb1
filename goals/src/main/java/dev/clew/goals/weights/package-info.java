/**
 * What a graph of proofs is worth: its truth, the number of its proofs, the cheapest, the
 * probability.
 *
 * <p>A {@link dev.clew.goals.weights.Semiring} says how weights are joined: {@code plus} over the
 * steps of a goal, {@code times} over a step and its premises (Goodman, "Semiring parsing", 1999).
 * {@link dev.clew.goals.weights.Hypergraph} is the graph by numbers, {@link
 * dev.clew.goals.weights.Inside} the weight of each goal, {@link dev.clew.goals.weights.Outside}
 * what each goal contributes to the root, and {@link dev.clew.goals.weights.KBest} the k best
 * proofs one after the other.
 *
 * <p>The weight of a goal is a sum over its proofs. That is the probability that it holds only if
 * no two proofs can be right at the same time.
 */
@NullMarked
package dev.clew.goals.weights;

import org.jspecify.annotations.NullMarked;
