package dev.clew.cli.programs;

import dev.clew.rules.streams.StreamTable;

/** What the terminal that shows standard output can do. */
public final class Terminals {
    private Terminals() {}

    /**
     * Whether to write in colours: at a terminal that knows them, unless {@code NO_COLOR} is set.
     */
    public static boolean wantsColours(StreamTable streams) {
        String no = streams.surroundings().variable("NO_COLOR");
        return streams.userOutput().isTerminal()
                && isCapable(streams)
                && (no == null || no.isEmpty());
    }

    /** Whether the terminal understands more than lines. */
    public static boolean isCapable(StreamTable streams) {
        String term = streams.surroundings().variable("TERM");
        return term != null && !term.isEmpty() && !term.equals("dumb");
    }
}
