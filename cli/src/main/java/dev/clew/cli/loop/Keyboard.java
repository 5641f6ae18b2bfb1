package dev.clew.cli.loop;

import dev.clew.cli.programs.Session;
import dev.clew.rules.streams.Device;
import dev.clew.rules.streams.PrologStream;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the user does while a goal runs: types input for it, asks for more answers, interrupts it.
 */
final class Keyboard implements Conversation.Listener {
    private static final long PATIENCE_MILLIS = 50;
    private static final int CTRL_D = 4;

    private final Terminal terminal;
    private volatile boolean interrupted;
    private byte[] line = {};
    private int next;
    private @Nullable Session session;

    Keyboard(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Has Ctrl-C stop the goals of a session. */
    void serve(Session served) {
        session = served;
        terminal.handle(
                Terminal.Signal.INT,
                signal -> {
                    interrupted = true;
                    served.machine().limits().cancel();
                });
    }

    /** A goal begins: an interrupt of its predecessor does not count any more. */
    void starts() {
        interrupted = false;
        Session s = session;
        if (s != null) {
            s.machine().limits().reset();
            // What is left of a line was meant for the goal that it was typed for.
            next = line.length;
            s.streams().userInput().dropWaiting();
        }
    }

    /** Standard input for programs: lines typed at the terminal. */
    PrologStream input() {
        Device device =
                new Device() {
                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        return typed(into, from, length);
                    }
                };
        return PrologStream.input(device).terminal(true);
    }

    /**
     * Some bytes of the line that is being typed; -1 if Ctrl-D or Ctrl-C ended it before it began.
     */
    private int typed(byte[] into, int from, int length) throws IOException {
        if (next == line.length) {
            line = line();
            next = 0;
        }
        int n = Math.min(length, line.length - next);
        System.arraycopy(line, next, into, from, n);
        next += n;
        return n == 0 ? -1 : n;
    }

    private byte[] line() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = key();
        while (c >= 0 && c != CTRL_D) {
            text.append((char) c);
            if (c == '\n') {
                cursorReturned();
                break;
            }
            c = key();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The terminal has shown the key Enter by going to the next line. */
    private void cursorReturned() {
        Session s = session;
        if (s != null) {
            s.streams().userOutput().column(0);
        }
    }

    /** The next character typed; -1 at the end and on Ctrl-C. */
    private int key() throws IOException {
        NonBlockingReader in = terminal.reader();
        while (!interrupted) {
            int c = in.read(PATIENCE_MILLIS);
            if (c != NonBlockingReader.READ_EXPIRED) {
                return c;
            }
        }
        return -1;
    }

    @Override
    public boolean wasInterrupted() {
        return interrupted;
    }

    /** Waits for the key that says whether another answer is wanted. */
    @Override
    public boolean wantsMore(Runnable full, Runnable why) {
        Attributes before = terminal.enterRawMode();
        try {
            say(" ");
            while (true) {
                int c = key();
                if (c == ';' || c == ' ' || c == '\t' || c == 'n' || c == 'r') {
                    say(";\n");
                    return true;
                } else if (c == 'w') {
                    full.run();
                    say(" ");
                } else if (c == '?') {
                    why.run();
                    say(" ");
                } else if (c == 'h') {
                    say(
                            "\n; space TAB: next answer   Enter .: no more   w: in full   ?: why"
                                    + " ");
                } else {
                    say(".\n");
                    return false;
                }
            }
        } catch (IOException e) {
            return false;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private void say(String text) {
        Session s = session;
        if (s != null) {
            s.streams().userOutput().write(text);
            s.streams().userOutput().flush();
        }
    }
}
