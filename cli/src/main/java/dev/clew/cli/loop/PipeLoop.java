package dev.clew.cli.loop;

import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.programs.Session;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.SyntaxError;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The loop on a pipe or a file: goals from standard input, answers to standard output, no prompt.
 */
final class PipeLoop {
    private static final int LIMIT = 10;

    private final Session session;
    private final List<String> files;
    private final Conversation conversation;
    private int shown;

    PipeLoop(StreamTable streams, List<String> files) {
        this.session = new Session(streams);
        this.files = files;
        this.conversation = new Conversation(session, this::wantsMore, Colours.none());
    }

    private boolean wantsMore(Runnable full, Runnable why) {
        PrologStream out = session.streams().userOutput();
        if (++shown < LIMIT) {
            out.write(" ;\n");
            return true;
        }
        out.write(" ;\n...\n");
        return false;
    }

    /** The next goal; at a terminal that can do no more there is a prompt. */
    private @Nullable Query next() {
        StreamTable streams = session.streams();
        String prompt = streams.prompt();
        streams.prompt("?- ");
        try {
            return Query.next(session.machine(), streams.userInput());
        } finally {
            streams.prompt(prompt);
            if (streams.userInput().isTerminal()) {
                streams.userOutput().column(0);
            }
        }
    }

    int run() {
        boolean wrong = !session.load(files);
        boolean outside = wrong && session.failedOutside();
        int last = Exit.ANSWERED;
        while (true) {
            try {
                Query query = next();
                if (query == null) {
                    return outside ? Exit.OUTSIDE : wrong ? Exit.WRONG : last;
                }
                shown = 0;
                last = conversation.run(query);
            } catch (SyntaxError e) {
                String place = "Line " + e.line() + ", column " + (e.column() + 1) + ": ";
                session.problems().say("Error: " + place + e.sentence());
                last = Exit.WRONG;
            }
            wrong |= last == Exit.WRONG;
            outside |= last == Exit.OUTSIDE;
        }
    }
}
