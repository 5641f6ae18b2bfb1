package dev.clew.goals.search;

/** A strategy at work on a graph: picks the goals to expand next. */
public interface Picker {
    /**
     * The next open goals to expand.
     *
     * @param into where to put their numbers
     * @return how many; 0 if there is nothing left to expand
     */
    int next(int[] into);

    /** How many goals it wants to expand at once. */
    default int batch() {
        return 1;
    }

    /** Whether nothing was left out: then there is no proof if nothing is left to expand. */
    default boolean isComplete() {
        return true;
    }

    /** Whether the proof that was found will do. */
    default boolean isSatisfied() {
        return true;
    }

    /** No proof costs less, as far as the strategy knows. */
    default double bound() {
        return 0;
    }
}
