package dev.clew.rules.datalog;

/**
 * Says that a program, or a step of its evaluation such as an arithmetic error, is nothing for
 * set-at-a-time evaluation.
 */
public final class Unsuited extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the reason, for debugging. */
    public Unsuited(String reason) {
        super(reason, null, false, false);
    }
}
