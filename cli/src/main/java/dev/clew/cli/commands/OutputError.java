package dev.clew.cli.commands;

import dev.clew.rules.terms.PrologError;

/** Standard output cannot be written: it was closed, or its disk is full. */
public final class OutputError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isClosed;

    /** What writing to standard output has led to. */
    public OutputError(PrologError cause) {
        super(null, cause, false, false);
        this.isClosed = isClosed(cause);
    }

    /** Whether who reads standard output has seen enough; nothing is to be said then. */
    public boolean isClosed() {
        return isClosed;
    }

    /** Whether an error says that nobody reads any more what is written. */
    public static boolean isClosed(PrologError error) {
        return error.getMessage().contains("Broken pipe");
    }
}
