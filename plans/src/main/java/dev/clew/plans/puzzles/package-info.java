/**
 * Puzzles as goal graphs: numbers to be combined to a target, and grids to be filled.
 *
 * <pre>{@code
 * Countdown game = Countdown.anyOf(List.of(25L, 50L, 75L, 100L, 3L, 6L));
 * var outcome = Search.of(game.problem(952)).run();
 * if (outcome instanceof Outcome.Achieved<Countdown.Goal> found) {
 *     System.out.println(Expressions.of(found.proof()));
 * }
 * }</pre>
 *
 * <p>To read in this order: {@link dev.clew.plans.puzzles.Countdown}, {@link
 * dev.clew.plans.puzzles.Sudoku}, {@link dev.clew.plans.puzzles.Trace} (a search in words, with its
 * behaviours counted), {@link dev.clew.plans.puzzles.Detector} (which counts them by reading).
 */
@NullMarked
package dev.clew.plans.puzzles;

import org.jspecify.annotations.NullMarked;
