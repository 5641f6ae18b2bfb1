package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The console blocks of the how-to pages, the README and those of the examples show what the
 * commands write, to standard output and then to standard error. {@code <!-- file: NAME -->} before
 * a block makes it a file.
 */
class HowToTest {
    private static final String PROMPT = "$ ";
    private static final String CLEW = "./clew ";
    private static final String FILE = "<!-- file: ";

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/how-to"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsWriteWhatThePageShows(Path page, @TempDir Path folder) throws IOException {
        check(page, folder);
    }

    @Test
    void commandsWriteWhatTheReadmeShows() throws IOException {
        check(Path.of("../README.md"), Path.of("..").toRealPath());
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../examples"))) {
            return folders
                    .map(f -> f.resolve("README.md"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void commandsWriteWhatThePagesOfTheExamplesShow(Path page) throws IOException {
        check(page, Path.of("..").toRealPath());
    }

    private static void check(Path page, Path folder) throws IOException {
        String file = "";
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FILE)) {
                file = line.substring(FILE.length(), line.indexOf(" -->"));
            } else if (line.startsWith("```")) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                List<String> block = lines.subList(i + 1, end);
                if (!file.isEmpty()) {
                    Files.write(folder.resolve(file), block);
                } else if (line.equals("```console")) {
                    assertThat(replayed(folder, block)).as("%s:%d", page, i + 1).isEqualTo(block);
                }
                file = "";
                i = end;
            }
        }
    }

    private static List<String> replayed(Path folder, List<String> block) {
        List<String> written = new ArrayList<>();
        for (String line : block) {
            if (line.startsWith(PROMPT)) {
                written.add(line);
                CommandRun run = run(folder, line.substring(PROMPT.length()));
                written.addAll(run.output().lines().toList());
                written.addAll(run.errors().lines().toList());
            }
        }
        return written;
    }

    /** Runs {@code ./clew ...} or {@code printf TEXT | ./clew ...}. */
    private static CommandRun run(Path folder, String command) {
        int at = command.indexOf(CLEW);
        String input = "";
        if (at > 0) {
            List<String> words = Transcript.words(command.substring(0, at));
            assertThat(words).first().isEqualTo("printf");
            input = words.get(1).replace("\\n", "\n");
        }
        return CommandRun.of(
                folder, input, Transcript.words(command.substring(at + CLEW.length())));
    }
}
