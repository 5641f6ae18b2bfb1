package dev.clew.plans.pddl.heuristics;

/** An estimate of what it costs to reach the goal. */
public interface Heuristic {
    /** The estimate for a state from which the goal cannot be reached. */
    int DEAD_END = Integer.MAX_VALUE;

    /** The estimate for a state. */
    int estimate(int[] state);

    /**
     * Writes the actions that the last estimate speaks for, perhaps some twice, to an array.
     *
     * @return how many they are
     */
    default int preferred(int[] actions) {
        return 0;
    }
}
