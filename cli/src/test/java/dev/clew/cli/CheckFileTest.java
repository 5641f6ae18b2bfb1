package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of every make, as {@code clew check} shows them: the mark stands below the place. */
class CheckFileTest {
    @TempDir Path folder;

    private List<String> check(String text, Charset charset) throws IOException {
        Files.write(folder.resolve("p.pl"), text.getBytes(charset));
        return CommandRun.of(folder, "", List.of("check", "p.pl")).output().lines().toList();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(check("\ufeffp(X).", UTF_8))
                .element(0)
                .asString()
                .startsWith("p.pl:1:3: warning");
        assertThat(check("\ufeff#!clew\np.\n", UTF_8)).isEmpty();
    }

    @Test
    void textThatIsNotUtf8IsLatin1() throws IOException {
        assertThat(check("p('é', X).\n", ISO_8859_1))
                .containsExactly(
                        "p.pl:1:8: warning: The variable X occurs only once. Maybe write _X if"
                                + " that is meant.",
                        "    p('é', X).",
                        "           ^");
    }

    @Test
    void tabsAndWideCharactersDoNotMoveTheMark() throws IOException {
        assertThat(check("\tp(X).\n", UTF_8).subList(1, 3))
                .containsExactly("    \tp(X).", "    \t  ^");
        assertThat(check("'\ud835\udc65'(X).\n", UTF_8))
                .containsExactly(
                        "p.pl:1:5: warning: The variable X occurs only once. Maybe write _X if"
                                + " that is meant.",
                        "    '\ud835\udc65'(X).",
                        "        ^");
    }

    @Test
    void lineEndsOfWindowsAndAMissingLastOneAreNoMistakes() throws IOException {
        assertThat(check("p.\r\nq(a,\r\n  b).\r\n", UTF_8)).isEmpty();
        assertThat(check("p.\nq.", UTF_8)).isEmpty();
        assertThat(check("", UTF_8)).isEmpty();
    }

    @Test
    void theEndOfTheTextShowsBehindItsLastLine() throws IOException {
        assertThat(check("p :-\n  q\n", UTF_8))
                .element(0)
                .asString()
                .startsWith("p.pl:2:4: error:");
        assertThat(check("p :-\n  q\n", UTF_8).subList(1, 3))
                .containsExactly("      q", "       ^");
    }

    @Test
    void ofALongOrBinaryLineOnlyThePlaceIsShown() throws IOException {
        List<String> shown = check("p(\u001b[2J" + "a".repeat(5000) + " b).\n", UTF_8);
        assertThat(shown).element(0).asString().startsWith("p.pl:1:3: error:");
        assertThat(shown).allMatch(line -> line.length() < 300);
        assertThat(shown).noneMatch(line -> line.contains("\u001b"));
    }
}
