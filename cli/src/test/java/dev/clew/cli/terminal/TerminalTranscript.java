package dev.clew.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Markdown page with sessions at a terminal. A block {@code prolog NAME} is a file. A block
 * {@code terminal} is a session: a line {@code $ VARIABLE=value clew ...} starts the program, a
 * line {@code < keys} types something, a line {@code <> COLUMNSxROWS} changes the size of the
 * window. Behind each come the lines of the screen from the first that it changed, with a block
 * where the cursor stands, and {@code [N]} when the program has ended with that status. In a block
 * {@code terminal in colours}, {@code {bold red}} shows how the text behind it looks.
 *
 * <p>The next key is typed when the screen shows what the page says, however long that takes; no
 * test sleeps.
 */
final class TerminalTranscript {
    private static final int HEIGHT = 24;

    private final List<String> page;
    private final Path folder;
    private final boolean updates;
    private final StringBuilder out = new StringBuilder();
    private int at;

    TerminalTranscript(String page, Path folder, boolean updates) {
        this.page = page.lines().toList();
        this.folder = folder;
        this.updates = updates;
    }

    /** The page with what the screen shows now, up to the first place that differs. */
    String replayed() throws IOException, InterruptedException {
        while (at < page.size()) {
            String line = page.get(at++);
            copy(line);
            if (line.startsWith("```prolog ")) {
                Files.writeString(folder.resolve(line.substring("```prolog ".length())), block());
            } else if (line.startsWith("```terminal") && !session(line.endsWith(" in colours"))) {
                break;
            }
        }
        return out.toString();
    }

    private void copy(String line) {
        out.append(line).append('\n');
    }

    private String block() {
        StringBuilder text = new StringBuilder();
        while (!page.get(at).equals("```")) {
            text.append(page.get(at)).append('\n');
            copy(page.get(at++));
        }
        return text.toString();
    }

    /** Plays a session; returns whether the screen showed what the page says. */
    private boolean session(boolean styled) throws IOException, InterruptedException {
        String start = page.get(at++);
        copy(start);
        List<String> before = List.of();
        try (PseudoTerminal terminal = start(start)) {
            while (true) {
                List<String> wanted = wanted();
                List<String> shown = changes(terminal, before, wanted, styled);
                shown.forEach(this::copy);
                if (!updates && !shown.equals(wanted)) {
                    return false;
                } else if (page.get(at).equals("```")) {
                    return true;
                }
                before = terminal.lines(styled);
                String keys = page.get(at++);
                copy(keys);
                type(terminal, keys);
            }
        }
    }

    private List<String> wanted() {
        int start = at;
        while (!page.get(at).equals("```") && !isKeys(page.get(at))) {
            at++;
        }
        return page.subList(start, at);
    }

    private static boolean isKeys(String line) {
        return line.startsWith("< ") || line.startsWith("<> ");
    }

    private static void type(PseudoTerminal terminal, String keys)
            throws IOException, InterruptedException {
        terminal.stirred();
        if (keys.startsWith("<> ")) {
            String[] size = keys.substring(3).split("x", 2);
            terminal.resize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        } else {
            terminal.send(Keys.sent(keys.substring(2), terminal.hasApplicationKeys()));
        }
    }

    private List<String> changes(
            PseudoTerminal terminal, List<String> before, List<String> wanted, boolean styled)
            throws InterruptedException {
        if (updates) {
            terminal.settle();
        } else {
            terminal.await(() -> since(before, terminal.lines(styled)).equals(wanted));
        }
        return since(before, terminal.lines(styled));
    }

    /** The lines from the first that is not as it was. */
    private static List<String> since(List<String> before, List<String> now) {
        int same = 0;
        while (same < Math.min(before.size(), now.size())
                && before.get(same).equals(now.get(same))) {
            same++;
        }
        return now.subList(same, now.size());
    }

    private PseudoTerminal start(String line) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TERM", "xterm-256color");
        environment.put("SHELL", "/bin/sh");
        List<String> command = new ArrayList<>(Clew.command());
        String[] words = line.substring("$ ".length()).split(" ", -1);
        int i = 0;
        for (; !words[i].equals("clew"); i++) {
            String[] assignment = words[i].split("=", 2);
            environment.put(assignment[0], assignment[1].replace("$HOME", folder.toString()));
        }
        command.addAll(List.of(words).subList(i + 1, words.length));
        return PseudoTerminal.start(command, folder, environment, HEIGHT);
    }

    /** The program as it was compiled for the tests. */
    private static final class Clew {
        static List<String> command() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.clew.cli.Main");
        }
    }
}
