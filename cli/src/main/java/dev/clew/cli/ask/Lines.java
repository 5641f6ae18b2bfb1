package dev.clew.cli.ask;

import dev.clew.cli.commands.OutputError;
import dev.clew.cli.programs.Session;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.PrologError;

/** Writes lines to standard output, each at once. */
final class Lines {
    private Lines() {}

    static void write(Session session, String line) {
        PrologStream out = session.streams().userOutput();
        try {
            if (out.column() > 0) {
                out.write("\n");
            }
            out.write(line);
            out.write("\n");
            out.flush();
        } catch (PrologError e) {
            throw new OutputError(e);
        }
    }
}
