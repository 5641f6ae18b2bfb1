package dev.clew.cli.commands;

/** The exit statuses, the same for every command. */
public final class Exit {
    /** The question was answered, the program ran, nothing was found wrong. */
    public static final int ANSWERED = 0;

    /** There is no answer; the goal of the program failed. */
    public static final int NO = 1;

    /** The command line, the program or its goal is wrong. */
    public static final int WRONG = 2;

    /** A limit was reached before the end. */
    public static final int LIMIT = 3;

    /**
     * Something outside did not do what it should: standard output was closed, a service did not
     * answer.
     */
    public static final int OUTSIDE = 4;

    /** All answers that were found are undefined: neither true nor false. */
    public static final int UNDEFINED = 5;

    private Exit() {}
}
