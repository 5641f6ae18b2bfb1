package dev.clew.plans.pddl.heuristics;

/** An estimate of what it costs to reach the goal. */
public interface Heuristic {
    /** The estimate for a state from which the goal cannot be reached. */
    int DEAD_END = Integer.MAX_VALUE;

    /** The estimate for a state. */
    int estimate(int[] state);

    /** The estimate for a state with a number, reached from the state with another one, or -1. */
    default int estimate(int[] state, int id, int parent) {
        return estimate(state);
    }

    /** About how much work an estimate is, in looks at facts and steps. */
    default long work() {
        return 1;
    }

    /** Gets ready for {@link #wants} in the last estimated state. */
    default void choose() {}

    /** Whether the last estimate speaks for an action that can be done in its state. */
    default boolean wants(int action) {
        return false;
    }

    /**
     * Writes the actions that the last estimate speaks for, perhaps some twice, to an array.
     *
     * @return how many they are
     */
    default int preferred(int[] actions) {
        return 0;
    }
}
