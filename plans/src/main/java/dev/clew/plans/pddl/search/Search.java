package dev.clew.plans.pddl.search;

import org.jspecify.annotations.Nullable;

/** A search that can be interrupted and taken up again. */
public interface Search {
    /**
     * Searches on until about so much work is done. Work is counted, not timed, so that searches
     * that take turns do the same each time.
     *
     * @return whether it has come to an end: with a plan, or because there is none
     */
    boolean advance(long work);

    /** The actions of the plan that was found, or null if there is none. */
    int @Nullable [] plan();

    /** What it is, in a few words. */
    String name();
}
