package dev.clew.cli;

import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.OutputError;
import dev.clew.cli.commands.UsageError;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.PrologError;

import java.util.List;

/** The command {@code clew}. */
public final class Main {
    private static final char UNREADABLE = '\ufffd';

    private Main() {}

    /** Runs a command line and ends the process with its status. */
    public static void main(String[] args) {
        // Not System.exit, which looks for a logger to tell, in all jars; everything is flushed and
        // closed.
        Runtime.getRuntime().halt(run(List.of(args), StreamTable.ofProcess()));
    }

    /** Runs a command line with the given standard streams and returns its exit status. */
    public static int run(List<String> words, StreamTable streams) {
        int status;
        try {
            status = commands(words, streams);
        } catch (UsageError e) {
            say(streams, e.line());
            status = Exit.WRONG;
        } catch (Interruption e) {
            status = e.reason() == Interruption.Reason.HALT ? e.status() : Exit.LIMIT;
        } catch (OutputError e) {
            tellUnwritten(streams, e);
            status = Exit.OUTSIDE;
        } catch (PrologError e) {
            say(streams, "clew: " + e.getMessage());
            status = Exit.WRONG;
        } catch (OutOfMemoryError e) {
            say(streams, "clew: The memory is used up. Maybe give it more: CLEW_JAVA_OPTS=-Xmx8g.");
            status = Exit.LIMIT;
        } catch (RuntimeException | Error e) {
            say(streams, internal(e));
            status = Exit.WRONG;
        }
        return finish(streams, status);
    }

    private static int commands(List<String> words, StreamTable streams) {
        rejectUnreadable(words);
        try {
            return Commands.run(words, streams);
        } catch (PrologError e) {
            OutputError.rethrow(e, streams.userOutput());
            throw e;
        }
    }

    /** Java reads the words as the locale says, and puts a mark where that cannot be. */
    private static void rejectUnreadable(List<String> words) {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        for (String word : words) {
            if (word.indexOf(UNREADABLE) >= 0 && !encoding.equals("UTF-8")) {
                throw new UsageError(
                        "The locale does not tell how to read the word (" + word + ").",
                        "Maybe set LC_ALL=C.UTF-8.");
            }
        }
    }

    private static String internal(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        String what = (e + where).replace('\n', ' ');
        return "clew: Internal error: "
                + what
                + ". Please report it, with this line and what led to it.";
    }

    private static int finish(StreamTable streams, int status) {
        try {
            streams.userOutput().flush();
        } catch (PrologError e) {
            tellUnwritten(streams, new OutputError(e));
            status = status == Exit.ANSWERED ? Exit.OUTSIDE : status;
        }
        streams.closeAll();
        return status;
    }

    private static void flush(StreamTable streams) {
        try {
            streams.userOutput().flush();
        } catch (PrologError e) {
            // Told by the exit status.
        }
    }

    private static void tellUnwritten(StreamTable streams, OutputError e) {
        if (!e.isClosed()) {
            say(streams, "clew: Standard output cannot be written.");
        }
    }

    private static void say(StreamTable streams, String line) {
        try {
            flush(streams);
            PrologStream error = streams.userError();
            error.write(error.column() > 0 ? "\n" + line + "\n" : line + "\n");
            error.flush();
        } catch (PrologError e) {
            // There is nobody left to tell.
        }
    }
}
