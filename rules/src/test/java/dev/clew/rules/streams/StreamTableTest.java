package dev.clew.rules.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.Atom;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;

class StreamTableTest {
    private final PrologStream input = PrologStream.input("in");
    private final PrologStream output = PrologStream.memory();
    private final StreamTable table = StreamTable.of(input, output, PrologStream.memory());

    @Test
    void standardStreamsHaveTheirAliases() {
        assertThat(table.byAlias(StreamTable.USER_INPUT)).isSameAs(input);
        assertThat(table.userOutput()).isSameAs(output);
        assertThat(output.aliases()).containsExactly(StreamTable.USER_OUTPUT);
        assertThat(table.all()).hasSize(3);
    }

    @Test
    void closingAStandardStreamLeavesItOpen() {
        table.close(output, false);
        assertThat(output.isClosed()).isFalse();
        assertThat(table.userOutput()).isSameAs(output);
    }

    @Test
    void reboundStandardAliasesGoBackWhenTheirStreamIsClosed() {
        PrologStream other = PrologStream.memory();
        table.bind(StreamTable.USER_OUTPUT, other);
        assertThat(table.userOutput()).isSameAs(other);
        assertThat(output.aliases()).isEmpty();
        table.close(other, false);
        assertThat(table.userOutput()).isSameAs(output);
        assertThat(output.aliases()).containsExactly(StreamTable.USER_OUTPUT);
    }

    @Test
    void anAliasStandsForOneStreamAtATime() {
        Atom alias = Atom.of("log");
        PrologStream first = PrologStream.memory();
        PrologStream second = PrologStream.memory();
        table.bind(alias, first);
        table.bind(alias, second);
        assertThat(table.byAlias(alias)).isSameAs(second);
        assertThat(first.aliases()).isEmpty();
        table.close(second, false);
        assertThat(table.byAlias(alias)).isNull();
    }

    @Test
    void waitingForTheUserShowsWhatWasWritten() {
        boolean[] flushed = {false};
        Device sink =
                new Device() {
                    @Override
                    public void flush() {
                        flushed[0] = true;
                    }
                };
        StreamTable t =
                StreamTable.of(
                        PrologStream.input(Devices.of(new StringReader("Eve"))),
                        PrologStream.output(sink),
                        PrologStream.memory());
        t.userOutput().write("Name? ");
        assertThat(flushed[0]).isFalse();
        rest(t.userInput());
        assertThat(flushed[0]).isTrue();
    }

    private static void rest(PrologStream s) {
        while (s.read() >= 0) {
            // Goes on to the end.
        }
    }

    @Test
    void closingEverythingDeletesTemporaryFiles() throws IOException {
        File file = File.createTempFile("clew", "");
        table.surroundings().deleteLater(file);
        PrologStream s = table.add(PrologStream.memory());
        table.closeAll();
        assertThat(file).doesNotExist();
        assertThat(s.isClosed()).isTrue();
        assertThat(input.isClosed()).isFalse();
    }

    @Test
    void pathsAreSeenFromTheWorkingDirectory() {
        Surroundings around = table.surroundings();
        around.directory("/tmp/x");
        assertThat(around.directory()).isEqualTo("/tmp/x/");
        assertThat(around.absolute("../y/./z//w")).isEqualTo("/tmp/y/z/w");
        assertThat(around.absolute("/a/b/../c/")).isEqualTo("/a/c/");
        assertThat(around.absolute("/..")).isEqualTo("/");
        assertThat(around.file("a").getPath()).isEqualTo("/tmp/x/a");
    }

    @Test
    void environmentVariablesChangeHereOnly() {
        Surroundings around = table.surroundings();
        around.variable("CLEW_TEST", "1");
        assertThat(around.variable("CLEW_TEST")).isEqualTo("1");
        assertThat(System.getenv("CLEW_TEST")).isNull();
        around.variable("PATH", null);
        assertThat(around.variable("PATH")).isNull();
        assertThat(around.variables()).containsKey("CLEW_TEST").doesNotContainKey("PATH");
    }
}
