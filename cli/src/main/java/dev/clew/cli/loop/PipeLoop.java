package dev.clew.cli.loop;

import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.OutputError;
import dev.clew.cli.programs.Session;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The loop on a pipe or a file: goals from standard input, answers to standard output, no prompt.
 */
final class PipeLoop {
    private static final int LIMIT = 10;
    private static final Functor REPRESENTATION_ERROR = Functor.of("representation_error", 1);

    private final Session session;
    private final List<String> files;
    private final Conversation conversation;
    private final PrologStream input;
    private int shown;
    private boolean wrong;
    private boolean outside;
    private boolean goesOn = true;
    private int last = Exit.ANSWERED;

    /** What was typed: a command, or a goal, or neither at the end of the input. */
    private record Typed(@Nullable LoopCommand command, @Nullable Query query) {}

    PipeLoop(StreamTable streams, List<String> files) {
        this.session = new Session(streams);
        this.files = files;
        this.conversation = new Conversation(session, this::wantsMore, Colours.none());
        this.input = streams.userInput();
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

    /** Runs the loop to its end; returns the exit status. */
    int run() {
        wrong = !session.load(files);
        outside = wrong && session.failedOutside();
        skipMark();
        while (goesOn) {
            try {
                takeNext();
            } catch (SyntaxError e) {
                String place = "Line " + e.line() + ", column " + (e.column() + 1) + ": ";
                session.problems().say("Error: " + place + e.sentence());
                last = Exit.WRONG;
            } catch (PrologError e) {
                unreadable(e);
            }
            wrong |= last == Exit.WRONG;
            outside |= last == Exit.OUTSIDE;
        }
        return outside ? Exit.OUTSIDE : wrong ? Exit.WRONG : last;
    }

    /** A file that was made elsewhere may begin with a byte order mark. */
    private void skipMark() {
        try {
            if (!input.isTerminal()) {
                input.detectBom();
            }
        } catch (PrologError e) {
            unreadable(e);
            wrong = true;
        }
    }

    private void takeNext() {
        Typed typed = typed();
        if (typed.query != null) {
            shown = 0;
            last = conversation.run(typed.query);
        } else if (typed.command == null || typed.command.isEnd()) {
            goesOn = false;
        } else {
            obey(typed.command);
        }
    }

    private void obey(LoopCommand command) {
        String page = command.page();
        if (page == null) {
            session.problems().say(command.unknown());
            last = Exit.WRONG;
        } else {
            session.streams().userOutput().write(page);
        }
    }

    /** The next goal or command; at a terminal that can do no more there is a prompt. */
    private Typed typed() {
        StreamTable streams = session.streams();
        String prompt = streams.prompt();
        streams.prompt("?- ");
        try {
            LoopCommand command = command();
            return new Typed(
                    command, command == null ? Query.next(session.machine(), input) : null);
        } finally {
            streams.prompt(prompt);
            if (input.isTerminal()) {
                streams.userOutput().column(0);
            }
        }
    }

    private @Nullable LoopCommand command() {
        if (!commandComes()) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c >= 0 && c != '\n'; c = input.read()) {
            line.appendCodePoint(c);
        }
        return new LoopCommand(line.toString());
    }

    private boolean commandComes() {
        try {
            while (input.peek() >= 0 && Character.isWhitespace(input.peek())) {
                input.read();
            }
            return input.peek() == ':' && LoopCommand.is(input.peekText(2));
        } catch (PrologError e) {
            // The reader of goals will meet it again, and passes over it.
            return false;
        }
    }

    /** Input that is not text is told of and passed over; what cannot be read at all is the end. */
    private void unreadable(PrologError e) {
        OutputError.rethrow(e, session.streams().userOutput());
        session.problems().say("Error: ", session.problems().lines(e.term()));
        goesOn = isUndecodable(e);
        last = Exit.WRONG;
    }

    private static boolean isUndecodable(PrologError error) {
        return error.term().deref() instanceof Struct e
                && e.args[0].deref() instanceof Struct kind
                && kind.functor() == REPRESENTATION_ERROR;
    }
}
