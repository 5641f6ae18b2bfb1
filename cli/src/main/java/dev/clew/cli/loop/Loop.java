package dev.clew.cli.loop;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.programs.Terminals;
import dev.clew.rules.streams.StreamTable;

import java.util.List;

/** {@code clew} without a command: the read-eval-print loop. */
public final class Loop {
    private final StreamTable streams;
    private final CommandLine line;

    /** The loop with the files to load first. */
    public Loop(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** What the loop takes. */
    public static Usage usage() {
        return new Usage(
                "",
                "[FILE...]",
                "opens the read-eval-print loop",
                """
                Loads the files and answers goals that are typed in, each ended by a full stop.

                  ;  space  TAB    the next answer          Enter  .    no more answers
                  w                the answer in full       Ctrl-C      stop the running goal
                  ?  or  why.      why the answer holds     h           what these keys do
                  [file].          load a file              make.       load what has changed
                  listing(p).      show the clauses of p    help(p).    what a predicate does
                  :help            this page                :quit, halt., Ctrl-D    the end

                When standard input is not a terminal, goals are read from it without a
                prompt, and at most 10 answers of each are printed. The exit status is then 4
                if something outside failed, 2 if something else was wrong, else that of the
                last goal: 0 if it had an answer, 1 if not, 3 if a limit was reached.

                The environment: NO_COLOR switches colours off; the lines typed in are kept in
                the file ~/.clew_history, or clew/history below XDG_STATE_HOME.
                """,
                List.of(),
                false);
    }

    /** Runs the loop to its end; returns the exit status. */
    public int run() {
        if (isInteractive()) {
            // In a class of its own, so that the terminal library is loaded here only.
            return TerminalLoop.open(streams, line.operands());
        }
        return new PipeLoop(streams, line.operands()).run();
    }

    private boolean isInteractive() {
        return streams.userInput().isTerminal()
                && streams.userOutput().isTerminal()
                && Terminals.isCapable(streams);
    }
}
