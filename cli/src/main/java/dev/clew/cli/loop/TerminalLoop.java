package dev.clew.cli.loop;

import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.programs.Session;
import dev.clew.cli.programs.SourceText;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.SyntaxError;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The loop at a terminal: line editing, history, completion, one answer at a time. */
final class TerminalLoop {
    // Not "default", for which the line editor takes colours of its own.
    private static final String COLOURLESS = "bold";

    private static final List<String> COLOURED =
            List.of(
                    LineReader.COMPLETION_STYLE_STARTING,
                    LineReader.COMPLETION_STYLE_LIST_STARTING);

    private static final Size USUAL_SIZE = new Size(80, 24);

    private final Session session;
    private final Keyboard keyboard;
    private final Colours colours;
    private final Conversation conversation;
    private final LineReader reader;

    TerminalLoop(Terminal terminal, StreamTable process) {
        this.keyboard = new Keyboard(terminal);
        StreamTable streams =
                StreamTable.of(keyboard.input(), process.userOutput(), process.userError());
        this.session = new Session(streams);
        this.keyboard.serve(session);
        this.colours = Colours.ofTerminal(streams);
        this.conversation = new Conversation(session, keyboard, colours);
        this.reader = reader(terminal);
    }

    /** Opens the terminal of the process, and the loop on it. */
    static int open(StreamTable streams, List<String> files) {
        try (Terminal terminal =
                // Not asked how wide its characters are, which shows on the screen and takes time.
                TerminalBuilder.builder()
                        .system(true)
                        .nativeSignals(true)
                        .dumb(false)
                        .graphemeCluster(false)
                        .build()) {
            if (terminal.getWidth() == 0) {
                // A serial line or a container may not know its size; the line editor must.
                terminal.setSize(USUAL_SIZE);
            }
            return new TerminalLoop(terminal, streams).run(files);
        } catch (IOException | IllegalStateException e) {
            return new PipeLoop(streams, files).run();
        }
    }

    private LineReader reader(Terminal terminal) {
        LineReader r =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("clew")
                        .parser(new GoalParser())
                        .completer(new GoalCompleter(session.db()))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.INSERT_TAB, false)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "|  ")
                        .variable(LineReader.INDENTATION, 0)
                        .build();
        Path history = HistoryFile.of(session.streams().surroundings());
        if (history != null) {
            r.setVariable(LineReader.HISTORY_FILE, history);
        }
        if (!colours.areOn()) {
            for (String style : COLOURED) {
                r.setVariable(style, COLOURLESS);
            }
        }
        return r;
    }

    /** Runs the loop to its end. */
    int run(List<String> files) {
        session.load(files);
        tell(
                colours.faint(
                        "Clew answers goals that end with a full stop; :help tells more, Ctrl-D"
                                + " ends."));
        while (true) {
            try {
                String text = line();
                if (!LoopCommand.is(text.strip())) {
                    answer(text);
                } else if (obey(new LoopCommand(text))) {
                    return Exit.ANSWERED;
                }
            } catch (UserInterruptException e) {
                // The line is given up, and the loop asks again.
            } catch (EndOfFileException e) {
                return Exit.ANSWERED;
            }
        }
    }

    /**
     * The next text that is typed in. Meanwhile Ctrl-C is a key like others: as a signal it might
     * reach the line editor at any time, and then ends the next line as well.
     */
    private String line() {
        Terminal terminal = reader.getTerminal();
        Attributes before = terminal.getAttributes();
        Attributes without = new Attributes(before);
        without.setControlChar(ControlChar.VINTR, 0);
        terminal.setAttributes(without);
        try {
            return reader.readLine(colours.prompt("?- "));
        } finally {
            terminal.setAttributes(before);
        }
    }

    /** Does what a command says; returns whether it ends the loop. */
    private boolean obey(LoopCommand command) {
        if (command.isEnd()) {
            return true;
        }
        String page = command.page();
        tell(page == null ? command.unknown() : page.stripTrailing());
        return false;
    }

    private void answer(String text) {
        PrologStream typed = PrologStream.input(text);
        try {
            for (Query q = Query.next(session.machine(), typed);
                    q != null;
                    q = Query.next(session.machine(), typed)) {
                keyboard.starts();
                conversation.run(q);
                finishLine();
            }
        } catch (SyntaxError e) {
            session.problems()
                    .say(
                            new SourceText("goal", text)
                                    .finding(e.line(), e.column(), "error", e.sentence()));
        }
    }

    private void finishLine() {
        PrologStream out = session.streams().userOutput();
        if (out.column() > 0) {
            out.write("\n");
        }
        out.flush();
    }

    private void tell(String text) {
        session.streams().userOutput().write(text + "\n");
        session.streams().userOutput().flush();
    }
}
