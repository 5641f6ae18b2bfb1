package dev.clew.cli.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.streams.StreamTable;

import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TerminalLoopTest {
    @TempDir Path home;

    private String typed(String keys) throws IOException {
        ByteArrayInputStream input =
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        StreamTable streams = StreamTable.of(input, output, output);
        streams.surroundings().variable("HOME", home.toString());
        streams.surroundings().variable("XDG_STATE_HOME", null);
        streams.surroundings().variable("NO_COLOR", "1");
        try (Terminal terminal = new DumbTerminal(input, output)) {
            new TerminalLoop(terminal, streams).run(List.of());
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsOneAnswerAtATime() throws IOException {
        assertThat(typed("member(X, [a, b, c]).\n;\n"))
                .contains("X = a ;", "X = b .")
                .doesNotContain("X = c");
    }

    @Test
    void goesOnAfterMistakes() throws IOException {
        assertThat(typed("foo(.\nnowhere_defined(1).\nX = ok.\n"))
                .contains("goal:1:5: error:", "Unknown procedure: nowhere_defined/1", "X = ok.");
    }

    @Test
    void aGoalMayTakeSeveralLines() throws IOException {
        assertThat(typed("X = [1,\n2].\n")).contains("X = [1, 2].");
    }

    @Test
    void programsReadWhatIsTyped() throws IOException {
        assertThat(typed("read(X).\nhello(world).\n")).contains("X = hello(world).");
    }

    /** What help/1 says about a predicate is, word for word, in the reference of built-ins. */
    @Test
    void helpShowsTheTextOfTheReferencePage() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/built-ins.md"));
        for (String name : new String[] {"append/3", "atom_length/2", "nb_setval/2"}) {
            String said = typed("help(" + name + ").\n");
            String[] lines =
                    said.substring(said.indexOf(name.substring(0, name.indexOf('/')) + "("))
                            .split("\n");
            String head = lines[0].substring(0, lines[0].indexOf(')') + 1);
            int at = page.indexOf("**`" + head + "`**");
            assertThat(at).as(head).isPositive();
            String entry = page.substring(at, Math.min(at + 4000, page.length())).replace("\\", "");
            assertThat(lines[1]).startsWith("    ").isNotBlank();
            for (int i = 1; i < lines.length && lines[i].startsWith("    "); i++) {
                assertThat(entry).contains(lines[i].strip());
            }
        }
    }

    @Test
    void commandsBeginWithAColon() throws IOException {
        assertThat(typed(":help\n:quit\nX = never.\n"))
                .contains("the next answer")
                .doesNotContain("X = never.");
    }
}
