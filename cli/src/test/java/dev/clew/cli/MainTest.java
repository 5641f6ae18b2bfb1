package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.clew.rules.streams.StreamTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class MainTest {
    @Test
    void tellsItsVersion(@TempDir Path folder) {
        for (String word : List.of("--version", "-V", "version")) {
            CommandRun run = CommandRun.of(folder, "", List.of(word));
            assertThat(run.status()).isZero();
            assertThat(run.output()).matches("clew \\S.*, on Java \\d+\n");
        }
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailureOutside() {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        StreamTable streams = StreamTable.of(new ByteArrayInputStream(new byte[0]), full, errors);
        assertThat(Main.run(List.of("ask", "member(X, [a, b])"), streams)).isEqualTo(4);
        assertThat(errors.toString(UTF_8)).isEqualTo("clew: Standard output cannot be written.\n");
    }

    /** What the command says and how it ends when reading its input does this. */
    private static String whenReading(Supplier<Throwable> failure, int status) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        InputStream input =
                new InputStream() {
                    @Override
                    public int read() {
                        throw unchecked(failure.get());
                    }
                };
        StreamTable streams = StreamTable.of(input, OutputStream.nullOutputStream(), errors);
        assertThat(Main.run(List.of(), streams)).isEqualTo(status);
        return errors.toString(UTF_8);
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error e) {
            throw e;
        }
        return (RuntimeException) failure;
    }

    @Test
    void usedUpMemoryIsALimit() {
        assertThat(whenReading(OutOfMemoryError::new, 3))
                .isEqualTo(
                        "clew: The memory is used up."
                                + " Maybe give it more: CLEW_JAVA_OPTS=-Xmx8g.\n");
    }

    @Test
    void aMistakeOfClewItselfIsOneLine() {
        assertThat(whenReading(() -> new IllegalStateException("two\nlines"), 2))
                .startsWith("clew: Internal error: java.lang.IllegalStateException: two lines at ")
                .endsWith("Please report it, with this line and what led to it.\n")
                .hasLineCount(1);
    }

    @Test
    void jsonTellsWhatWasUsed(@TempDir Path folder) {
        Matcher used = used(folder, "length(L, 1000), maplist(=(a), L), sleep(0.02)");
        assertThat(Long.parseLong(used.group(1))).isBetween(500L, 100_000L);
        assertThat(Long.parseLong(used.group(2))).isPositive();
        assertThat(Long.parseLong(used.group(3))).isGreaterThanOrEqualTo(20);
        Matcher stopped = used(folder, "assertz((p :- p)), p", "--inferences", "5000");
        assertThat(Long.parseLong(stopped.group(1))).isBetween(4000L, 20_000L);
    }

    @Test
    void jsonShowsHandlesAsSuch(@TempDir Path folder) {
        CommandRun run = CommandRun.of(folder, "", List.of("ask", "--json", "current_output(S)"));
        assertThat(run.output())
                .containsPattern("\"term\":\\{\"handle\":\"<stream>\\(0x[0-9a-f]+\\)\"}");
    }

    private static Matcher used(Path folder, String goal, String... options) {
        List<String> words = new ArrayList<>(List.of("ask", "--json", goal));
        words.addAll(List.of(options));
        String last = CommandRun.of(folder, "", words).output().lines().toList().getLast();
        Matcher m =
                Pattern.compile(
                                ".*\"used\":\\{\"inferences\":(\\d+),\"cpu_ms\":(\\d+),"
                                        + "\"wall_ms\":(\\d+)}.*")
                        .matcher(last);
        assertThat(m.matches()).as(last).isTrue();
        return m;
    }
}
