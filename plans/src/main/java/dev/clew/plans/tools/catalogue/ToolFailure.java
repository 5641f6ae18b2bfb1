package dev.clew.plans.tools.catalogue;

/** A call that has no result. The message says why, in a sentence. */
public final class ToolFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /**
     * A failure.
     *
     * @param mayPass whether another try may succeed: nobody answered, or there was too much to do
     */
    public ToolFailure(String message, boolean mayPass) {
        super(message);
        this.mayPass = mayPass;
    }

    /** Whether another try may succeed. */
    public boolean mayPass() {
        return mayPass;
    }
}
