package dev.clew.rules.streams;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.PrologError;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open streams of a database and their aliases. */
public final class StreamTable {
    /** {@code user_input}. */
    public static final Atom USER_INPUT = Atom.of("user_input");

    /** {@code user_output}. */
    public static final Atom USER_OUTPUT = Atom.of("user_output");

    /** {@code user_error}. */
    public static final Atom USER_ERROR = Atom.of("user_error");

    private final Set<PrologStream> open = new LinkedHashSet<>();
    private final ConcurrentHashMap<Atom, PrologStream> aliases = new ConcurrentHashMap<>();
    private final Surroundings surroundings = new Surroundings();
    private final CharTable charTable = new CharTable();
    private volatile String prompt = "|: ";
    private final PrologStream standardInput;
    private final PrologStream standardOutput;
    private final PrologStream standardError;

    private StreamTable(PrologStream input, PrologStream output, PrologStream error) {
        standardInput = input.standard().eofAction(EofAction.RESET).beforeWaiting(new Turn());
        standardOutput = output.standard();
        standardError = error.standard();
        bind(USER_INPUT, input);
        bind(USER_OUTPUT, output);
        bind(USER_ERROR, error);
    }

    /** Streams on the standard streams of the process. */
    public static StreamTable ofProcess() {
        return new StreamTable(
                PrologStream.input(Devices.of(new FileInputStream(FileDescriptor.in)))
                        .terminal(isTerminal("0")),
                toTerminal(FileDescriptor.out, "1"),
                PrologStream.output(Devices.of(new FileOutputStream(FileDescriptor.err)))
                        .terminal(isTerminal("2"))
                        .buffering(Buffering.NONE));
    }

    /** Streams on Java's streams. */
    public static StreamTable of(InputStream input, OutputStream output, OutputStream error) {
        return new StreamTable(
                PrologStream.input(Devices.of(input)),
                PrologStream.output(Devices.of(output)),
                PrologStream.output(Devices.of(error)).buffering(Buffering.LINE));
    }

    /** The given streams as standard streams. */
    public static StreamTable of(PrologStream input, PrologStream output, PrologStream error) {
        return new StreamTable(input, output, error);
    }

    private static PrologStream toTerminal(FileDescriptor file, String number) {
        boolean terminal = isTerminal(number);
        return PrologStream.output(Devices.of(new FileOutputStream(file)))
                .terminal(terminal)
                .buffering(terminal ? Buffering.LINE : Buffering.FULL);
    }

    /** Looks where the file descriptor leads; asking the console would load much code. */
    private static boolean isTerminal(String descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/".concat(descriptor))).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException e) {
            return System.getProperty("os.name", "").startsWith("Linux")
                    ? false
                    : System.console() != null;
        }
    }

    /** The working directory and the environment variables. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** The character conversion, in force while flag {@code char_conversion} is on. */
    public CharTable charTable() {
        return charTable;
    }

    /** What a user at a terminal sees when a program waits for input. */
    public String prompt() {
        return prompt;
    }

    /** Sets what a user at a terminal sees when a program waits for input. */
    public void prompt(String text) {
        prompt = text;
    }

    /** Before a program waits for its user, the user must see what it wrote. */
    private final class Turn implements Runnable {
        @Override
        public void run() {
            PrologStream output = userOutput();
            if (standardInput.isTerminal() && !prompt.isEmpty()) {
                output.write(prompt);
            }
            output.flush();
        }
    }

    /** What {@code user_input} stands for. */
    public PrologStream userInput() {
        return aliases.getOrDefault(USER_INPUT, standardInput);
    }

    /** What {@code user_output} stands for. */
    public PrologStream userOutput() {
        return aliases.getOrDefault(USER_OUTPUT, standardOutput);
    }

    /** What {@code user_error} stands for. */
    public PrologStream userError() {
        return aliases.getOrDefault(USER_ERROR, standardError);
    }

    /** The open stream with this alias, or null. */
    public @Nullable PrologStream byAlias(Atom alias) {
        return aliases.get(alias);
    }

    /** Enters a stream. */
    public PrologStream add(PrologStream stream) {
        synchronized (open) {
            open.add(stream);
        }
        return stream;
    }

    /** Makes {@code alias} stand for {@code stream}, and for no other one any more. */
    public void bind(Atom alias, PrologStream stream) {
        add(stream);
        PrologStream former = aliases.put(alias, stream);
        if (former != null) {
            former.removeAlias(alias);
        }
        stream.addAlias(alias);
    }

    /** The open streams, oldest first. */
    public List<PrologStream> all() {
        synchronized (open) {
            return new ArrayList<>(open);
        }
    }

    /**
     * Closes a stream; standard streams are flushed only. Aliases like {@code user_output} go back
     * to the standard stream.
     *
     * @param force whether errors are of no interest
     */
    public void close(PrologStream stream, boolean force) {
        try {
            if (stream.isStandard()) {
                stream.flush();
                return;
            }
            forget(stream);
            stream.closeDevice();
        } catch (PrologError e) {
            if (!force) {
                throw e;
            }
        }
    }

    private void forget(PrologStream stream) {
        synchronized (open) {
            open.remove(stream);
        }
        for (Atom alias : stream.aliases()) {
            stream.removeAlias(alias);
            aliases.remove(alias, stream);
            restore(alias);
        }
    }

    private void restore(Atom alias) {
        if (alias == USER_INPUT) {
            bind(alias, standardInput);
        } else if (alias == USER_OUTPUT) {
            bind(alias, standardOutput);
        } else if (alias == USER_ERROR) {
            bind(alias, standardError);
        }
    }

    /** Hands on what was written to any stream; errors are ignored. */
    public void flushAll() {
        for (PrologStream stream : all()) {
            flushQuietly(stream);
        }
    }

    private static void flushQuietly(PrologStream stream) {
        try {
            stream.flush();
        } catch (PrologError e) {
            // The program is over and nobody could deal with it.
        }
    }

    /** Closes all streams but the standard ones, which are flushed, and deletes temporary files. */
    public void closeAll() {
        for (PrologStream stream : all()) {
            close(stream, true);
        }
        surroundings.deleteTemporary();
    }
}
