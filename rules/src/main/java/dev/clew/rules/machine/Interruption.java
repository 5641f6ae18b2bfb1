package dev.clew.rules.machine;

/** Ends a query from outside the program: rules cannot catch it. */
public final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the query ended. */
    public enum Reason {
        /** {@code halt/0,1} was called. */
        HALT,
        /** The host, or the user by Ctrl-C, asked for it. */
        CANCELLED,
        /** The time allowed is over. */
        TIME,
        /** The calls allowed are used up. */
        INFERENCES,
        /** The memory allowed is used up. */
        MEMORY,
        /** The depth allowed is exceeded. */
        DEPTH
    }

    private final Reason reason;
    private final int status;

    Interruption(Reason reason, int status) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.status = status;
    }

    /** The end of the program that {@code halt/1} asks for. */
    public static Interruption halt(int status) {
        return new Interruption(Reason.HALT, status);
    }

    /** Why the query ended. */
    public Reason reason() {
        return reason;
    }

    /** The exit status of {@link Reason#HALT}. */
    public int status() {
        return status;
    }
}
