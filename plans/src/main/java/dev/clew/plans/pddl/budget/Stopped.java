package dev.clew.plans.pddl.budget;

/** The work was stopped before its end; this says nothing about whether there is a plan. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it was stopped. */
    public enum Reason {
        /** The time is over. */
        TIME,
        /** The memory is used up. */
        MEMORY,
        /** So many states were expanded as were allowed. */
        EXPANSIONS,
        /** Somebody has cancelled it. */
        CANCELLED
    }

    private final Reason reason;

    /** Stopped for this reason. */
    public Stopped(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
