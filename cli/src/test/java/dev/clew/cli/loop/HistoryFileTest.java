package dev.clew.cli.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.streams.Surroundings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

class HistoryFileTest {
    @TempDir Path home;

    private @Nullable Path file(@Nullable String state) {
        Surroundings surroundings =
                StreamTable.of(
                                new ByteArrayInputStream(new byte[0]),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream())
                        .surroundings();
        surroundings.variable("HOME", home.toString());
        surroundings.variable("XDG_STATE_HOME", state);
        return HistoryFile.of(surroundings);
    }

    @Test
    void isInTheHomeFolderUnlessAFolderForStateIsNamed() {
        assertThat(file(null)).isEqualTo(home.resolve(".clew_history"));
        assertThat(file("relative")).isEqualTo(home.resolve(".clew_history"));
        Path state = home.resolve("state");
        assertThat(file(state.toString())).isEqualTo(state.resolve("clew/history"));
        assertThat(state.resolve("clew")).isDirectory();
    }

    @Test
    void isNotAFileWhereNoneCanBe() throws IOException {
        Files.createDirectories(home.resolve(".clew_history"));
        assertThat(file(null)).isNull();
        assertThat(file("/dev/null")).isNull();
    }
}
