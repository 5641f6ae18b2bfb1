/**
 * Games solved from their ends: what a position is worth follows from what the positions are worth
 * that it leads to.
 *
 * <p>{@link dev.clew.plans.games.Retrograde} does so for games whose positions may repeat, by
 * predecessors and counters; {@link dev.clew.plans.games.Endgame} has the endings of chess that it
 * solves, {@link dev.clew.plans.games.Position} is one position of them and its best line. {@link
 * dev.clew.plans.games.GameTree} is a game of several players with moves of chance, {@link
 * dev.clew.plans.games.Solution} what rational players do in it and why.
 */
@NullMarked
package dev.clew.plans.games;

import org.jspecify.annotations.NullMarked;
