package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.clew.rules.streams.StreamTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

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
}
