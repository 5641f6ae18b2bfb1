package dev.clew.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown page with commands and what they write. A block {@code prolog NAME} is a file. In a
 * block {@code console}, a line {@code $ clew ...} is a command; the lines {@code < ...} behind it
 * are its input; then come what it writes to standard output, what it writes to standard error,
 * each line behind {@code ! }, and {@code [N]} if its exit status is not 0.
 */
final class Transcript {
    private final List<String> lines;
    private final Path folder;
    private final StringBuilder out = new StringBuilder();
    private int at;

    Transcript(String page, Path folder) {
        this.lines = page.lines().toList();
        this.folder = folder;
    }

    /** The page with what the commands write now. */
    String replayed() {
        while (at < lines.size()) {
            String line = lines.get(at++);
            copy(line);
            if (line.startsWith("```prolog ")) {
                file(line.substring("```prolog ".length()));
            } else if (line.equals("```console")) {
                console();
            }
        }
        return out.toString();
    }

    private void copy(String line) {
        out.append(line).append('\n');
    }

    private void file(String name) {
        StringBuilder text = new StringBuilder();
        while (!lines.get(at).equals("```")) {
            text.append(lines.get(at)).append('\n');
            copy(lines.get(at++));
        }
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void console() {
        while (!lines.get(at).equals("```")) {
            String line = lines.get(at++);
            if (line.startsWith("$ clew")) {
                copy(line);
                StringBuilder input = new StringBuilder();
                while (lines.get(at).startsWith("< ")) {
                    input.append(lines.get(at).substring(2)).append('\n');
                    copy(lines.get(at++));
                }
                write(
                        CommandRun.of(
                                folder,
                                input.toString(),
                                words(line.substring("$ clew".length()))));
            }
        }
    }

    private void write(CommandRun run) {
        run.output().lines().forEach(line -> copy(steady(line)));
        run.errors().lines().forEach(line -> copy("! " + line));
        if (run.status() != 0) {
            copy("[" + run.status() + "]");
        }
    }

    /** The words of a command, as a shell would see them. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == '"' && c == '\\' && "\\\"$`".indexOf(command.charAt(i + 1)) >= 0) {
                word.append(command.charAt(++i));
            } else if (quote != 0) {
                word.append(c);
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c != ' ') {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** What differs from run to run is left out. */
    private static String steady(String line) {
        return line.replaceAll("\"(inferences|cpu_ms|wall_ms)\":\\d+", "\"$1\":0");
    }
}
