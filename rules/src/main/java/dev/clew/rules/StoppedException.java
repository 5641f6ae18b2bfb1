package dev.clew.rules;

/**
 * A search was stopped before it could say yes or no: a limit was reached, somebody cancelled it,
 * or the rules called {@code halt/0}.
 */
public final class StoppedException extends ClewException {
    private static final long serialVersionUID = 1L;

    /** Why a search was stopped. */
    public enum Reason {
        /** The time of the {@link Budget} is over. */
        TIME,
        /** The calls of the {@link Budget} are used up. */
        INFERENCES,
        /** The memory of the {@link Budget} is used up. */
        MEMORY,
        /** The depth of the {@link Budget} is exceeded. */
        DEPTH,
        /** {@link Answers#cancel} was called, or the thread was interrupted. */
        CANCELLED,
        /** The rules called {@code halt/0} or {@code halt/1}. The JVM goes on. */
        HALTED
    }

    private final Reason reason;
    private final int status;

    StoppedException(Reason reason, int status, String message) {
        super(message, null);
        this.reason = reason;
        this.status = status;
    }

    /** Why the search was stopped. */
    public Reason reason() {
        return reason;
    }

    /** The argument of {@code halt/1} if the reason is {@link Reason#HALTED}, else 0. */
    public int status() {
        return status;
    }
}
