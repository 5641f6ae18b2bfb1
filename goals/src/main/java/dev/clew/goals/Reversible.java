package dev.clew.goals;

import java.util.Collection;
import java.util.List;

/**
 * An expander whose steps have one premise each and can be taken in both directions, so that a
 * search can start from the goal and from what is given and meet in between.
 */
public interface Reversible<G> extends Expander<G> {
    /** All goals that are given. */
    Collection<G> givens();

    /** The steps whose premise is a given goal, with the goals that they achieve. */
    List<Use<G>> uses(G premise);

    /**
     * A step seen from its premise.
     *
     * @param goal what the step achieves
     * @param step the step: {@link Expander#expand} of the goal has an equal one
     */
    record Use<G>(G goal, Step<G> step) {}
}
