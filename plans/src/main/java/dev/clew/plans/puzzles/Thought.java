package dev.clew.plans.puzzles;

/**
 * One thing that a search does.
 *
 * @param behaviour of which kind it is
 * @param goal the goal that it is about, in words
 * @param step the step that it is about, in words; empty if there is none
 * @param holds for a verification, whether what was checked holds
 */
public record Thought(Behaviour behaviour, String goal, String step, boolean holds) {}
