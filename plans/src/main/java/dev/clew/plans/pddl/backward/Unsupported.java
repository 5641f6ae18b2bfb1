package dev.clew.plans.pddl.backward;

/** A task that cannot be searched from its goal. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence that says why. */
    public Unsupported(String message) {
        super(message);
    }
}
