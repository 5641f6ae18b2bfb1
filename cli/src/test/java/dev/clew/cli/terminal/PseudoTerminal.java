package dev.clew.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process on a pseudo-terminal of the system, which {@code script} of util-linux makes: every
 * Debian has it, and the process sees no difference to a window on a desktop. Keys go in as bytes;
 * what comes out is drawn on a {@link Screen}.
 */
final class PseudoTerminal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = Long.getLong("clew.patience", 60);

    private final Process process;
    private final OutputStream keys;
    private final Screen screen;
    private final Path device;
    private boolean ended;
    private long stirred = System.nanoTime();
    private long lastOutput = stirred;

    private PseudoTerminal(Process process, Screen screen, Path device) {
        this.process = process;
        this.keys = process.getOutputStream();
        this.screen = screen;
        this.device = device;
    }

    /** Why there can be no pseudo-terminal here; null if there can be one. */
    static @Nullable String whyNot() {
        try {
            Process p =
                    new ProcessBuilder("script", "-qefc", "test -t 0 && stty -a", "/dev/null")
                            .redirectErrorStream(true)
                            .start();
            p.getOutputStream().close();
            String told = new String(p.getInputStream().readAllBytes(), UTF_8);
            return p.waitFor() == 0 && told.contains("icanon")
                    ? null
                    : "`script -qefc` makes no terminal: " + told.strip();
        } catch (IOException e) {
            return "`script` of util-linux cannot be run: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Starts a command in a folder, in a window of 80 columns. */
    static PseudoTerminal start(
            List<String> command, Path folder, Map<String, String> environment, int height)
            throws IOException {
        Path device = Files.createTempFile(folder, ".terminal", "");
        String line = quoted(command);
        String shell = "stty cols 80 rows " + height + "; tty > '" + device + "'; exec " + line;
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qefc", shell, "/dev/null")
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        PseudoTerminal terminal =
                new PseudoTerminal(builder.start(), new Screen(80, height), device);
        Thread.ofVirtual().start(terminal::watch);
        return terminal;
    }

    private static String quoted(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            quoted.add("'" + word.replace("'", "'\\''") + "'");
        }
        return String.join(" ", quoted);
    }

    private void watch() {
        char[] some = new char[4096];
        try (Reader out = new InputStreamReader(process.getInputStream(), UTF_8)) {
            for (int n = out.read(some); n >= 0; n = out.read(some)) {
                String answers;
                synchronized (this) {
                    screen.write(new String(some, 0, n));
                    answers = screen.takeAnswers();
                    lastOutput = System.nanoTime();
                    notifyAll();
                }
                send(answers);
            }
        } catch (IOException e) {
            // The process is gone.
        } catch (RuntimeException e) {
            synchronized (this) {
                screen.write("\r\n" + e);
            }
            close();
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    /** Types something. */
    void send(String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            keys.write(text.getBytes(UTF_8));
            keys.flush();
        } catch (IOException e) {
            // Whoever waits for what this brings about will see that the process has ended.
        }
    }

    /** Makes the window wider or narrower, as by the mouse. */
    void resize(int width, int height) throws IOException, InterruptedException {
        String name = Files.readString(device).strip();
        synchronized (this) {
            screen.resize(width, height);
        }
        new ProcessBuilder("stty", "-F", name, "cols", "" + width, "rows", "" + height)
                .start()
                .waitFor();
    }

    synchronized boolean hasApplicationKeys() {
        return screen.hasApplicationKeys();
    }

    /** What is on the screen, and the exit status in brackets once the process has ended. */
    synchronized List<String> lines(boolean styled) {
        List<String> lines = screen.lines(styled);
        if (ended) {
            if (!lines.isEmpty() && lines.getLast().equals("█")) {
                lines.removeLast();
            }
            lines.add("[" + status() + "]");
        }
        return lines;
    }

    private int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Waits until something is so; says whether it has become so before patience ran out. */
    synchronized boolean await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || ended && !condition.getAsBoolean()) {
                return condition.getAsBoolean();
            }
            wait(left);
        }
        return true;
    }

    /** Waits for output and then for its end, for when nobody knows what to expect. */
    synchronized void settle() throws InterruptedException {
        long calm = TimeUnit.MILLISECONDS.toNanos(700);
        long patience = stirred + TimeUnit.SECONDS.toNanos(5);
        while (!ended) {
            long end = lastOutput > stirred ? lastOutput + calm : patience;
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Is to be called before {@link #settle} and what it is to wait for. */
    synchronized void stirred() {
        stirred = System.nanoTime();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
