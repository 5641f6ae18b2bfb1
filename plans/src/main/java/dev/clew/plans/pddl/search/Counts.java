package dev.clew.plans.pddl.search;

/** What searches did, added up. */
public final class Counts {
    /** States whose successors were made or queued. */
    public long expanded;

    /** States that were estimated. */
    public long evaluated;

    /** Successors that were made or queued. */
    public long generated;
}
