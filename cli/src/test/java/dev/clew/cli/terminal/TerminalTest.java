package dev.clew.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays the sessions in {@code src/test/terminal} with the real program at a real terminal and
 * compares what the screen shows. With {@code -Dclew.update=true} the pages are written anew
 * instead; look at the difference before you keep it.
 */
class TerminalTest {
    private static final Path FOLDER = Path.of("src/test/terminal");

    @TempDir Path scratch;

    @TestFactory
    List<DynamicTest> theScreenShowsWhatThePagesSay() throws IOException {
        String why = PseudoTerminal.whyNot();
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(f ->
                            DynamicTest.dynamicTest(
                                    f.getFileName().toString(),
                                    () -> {
                                        assumeTrue(why == null, why);
                                        check(f);
                                    }))
                    .toList();
        }
    }

    private void check(Path file) throws IOException, InterruptedException {
        boolean updates = Boolean.getBoolean("clew.update");
        String wanted = Files.readString(file);
        String name = file.getFileName().toString().replace(".md", "");
        Path folder = Files.createDirectories(scratch.resolve(name));
        String found = new TerminalTranscript(wanted, folder, updates).replayed();
        if (updates) {
            Files.writeString(file, found);
        } else {
            assertThat(found).isEqualTo(wanted);
        }
    }
}
