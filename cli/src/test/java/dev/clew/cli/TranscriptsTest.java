package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the commands in {@code src/test/transcripts} and compares what they write. With {@code
 * -Dclew.update=true} the transcripts are written anew instead; look at the difference before you
 * keep it.
 */
class TranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/transcripts");

    @TempDir Path scratch;

    @TestFactory
    List<DynamicTest> commandsAnswerAsTheTranscriptsSay() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
                    .toList();
        }
    }

    private void check(Path file) throws IOException {
        String wanted = Files.readString(file);
        String name = file.getFileName().toString().replace(".md", "");
        String found = new Transcript(wanted, newFolder(name)).replayed();
        if (Boolean.getBoolean("clew.update")) {
            Files.writeString(file, found);
        } else {
            assertThat(found).isEqualTo(wanted);
        }
    }

    private Path newFolder(String name) {
        try {
            return Files.createDirectories(scratch.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
