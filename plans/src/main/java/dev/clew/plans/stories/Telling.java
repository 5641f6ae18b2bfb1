package dev.clew.plans.stories;

/** What came of looking for a story. "No" and "stopped early" are different answers. */
public sealed interface Telling {
    /** How many partial plots were looked at. */
    long expansions();

    /** A story. */
    record Told(Story story, long expansions) implements Telling {}

    /**
     * No story ends so.
     *
     * @param why why not, in a sentence
     */
    record Impossible(String why, long expansions) implements Telling {}

    /**
     * The search ended before it knew.
     *
     * @param why what stopped it, in a sentence
     */
    record OutOfBudget(String why, long expansions) implements Telling {}
}
