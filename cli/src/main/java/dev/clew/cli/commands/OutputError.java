package dev.clew.cli.commands;

import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.PrologError;

/** Standard output cannot be written: it was closed, or its disk is full. */
public final class OutputError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isClosed;

    /** What writing to standard output has led to. */
    public OutputError(PrologError cause) {
        super(null, cause, false, false);
        this.isClosed = cause.getMessage().contains("Broken pipe");
    }

    /** Whether who reads standard output has seen enough; nothing is to be said then. */
    public boolean isClosed() {
        return isClosed;
    }

    /**
     * Throws if an error says that standard output cannot be written.
     *
     * @param error an error that nothing has caught
     * @param output standard output
     */
    public static void rethrow(PrologError error, PrologStream output) {
        if (output.isTroubledBy(error)) {
            throw new OutputError(error);
        }
    }
}
