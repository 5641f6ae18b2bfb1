package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own: what its surroundings do to it. */
class ProcessTest {
    @TempDir Path folder;

    private record Result(int status, String output, String errors) {}

    /** The words of the shell that stand for the command. */
    private static String clew() {
        return "'"
                + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
                + " -cp '"
                + System.getProperty("java.class.path")
                + "' dev.clew.cli.Main";
    }

    private Result shell(String script, String input, String... environment)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input, ISO_8859_1);
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(new ArrayList<>(List.of("sh", "-c", script)))
                        .directory(folder.toFile())
                        .redirectInput(in.toFile())
                        .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        builder.environment().put("LANG", "C.UTF-8");
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), output, Files.readString(errors));
    }

    /** Runs a command whose output nobody reads beyond the first line. */
    private Result cutShort(String command) throws IOException, InterruptedException {
        return shell("{ " + command + "; echo \"status $?\" >&2; } | head -n 1", "");
    }

    @Test
    void showsEachAnswerAsSoonAsItIsFound() throws Exception {
        for (String option : List.of("", " --json")) {
            Process process =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "exec " + clew() + " ask 'X = 1 ; repeat, fail'" + option)
                            .directory(folder.toFile())
                            .start();
            try {
                assertThat(process.inputReader().readLine()).contains("X").contains("1");
                assertThat(process.isAlive()).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void endsWithoutAWordWhenNobodyReadsItsOutput() throws Exception {
        Result quiet = new Result(0, "X = 1\n", "status 4\n");
        assertThat(cutShort(clew() + " ask 'between(1, inf, X)' --all")).isEqualTo(quiet);
        Files.writeString(
                folder.resolve("endless.pl"),
                ":- initialization(main).\nmain :- repeat, write('X = 1'), nl, fail.\n");
        assertThat(cutShort(clew() + " run endless.pl")).isEqualTo(quiet);
        String goal = " --goal \"repeat, write('X = 1'), nl, fail\"";
        Files.writeString(folder.resolve("empty.pl"), "");
        assertThat(cutShort(clew() + " run empty.pl" + goal)).isEqualTo(quiet);
        assertThat(cutShort("yes 'between(1, 9, X).' | " + clew()))
                .isEqualTo(new Result(0, "X = 1 ;\n", "status 4\n"));
        assertThat(cutShort("yes 'write(\"X = 1\"), nl.' | " + clew())).isEqualTo(quiet);
    }

    @Test
    void tellsThatItsOutputCannotBeWritten() throws Exception {
        Result full = new Result(4, "", "clew: Standard output cannot be written.\n");
        assertThat(shell(clew() + " > /dev/full", "X = 1.\n")).isEqualTo(full);
        Files.writeString(folder.resolve("wrong.pl"), "p :- q.\n");
        assertThat(shell(clew() + " check wrong.pl > /dev/full", ""))
                .isEqualTo(new Result(2, "", full.errors));
        String much = " --goal 'forall(between(1, 10000, X), (write(X), nl))'";
        assertThat(shell(clew() + " run wrong.pl" + much + " > /dev/full", "")).isEqualTo(full);
    }

    @Test
    void passesOverInputThatIsNotText() throws Exception {
        String wrong = "The input has bytes that mean no character in the encoding of its stream\n";
        assertThat(shell(clew(), "X = \"\u00ff\u00fe\".\nX = ok.\n\u00ff\nX = no.\nX = yes.\n"))
                .isEqualTo(new Result(2, "X = ok.\nX = yes.\n", ("Error: " + wrong).repeat(2)));
        Files.writeString(folder.resolve("empty.pl"), "");
        String goal = "catch(read(_), E, true), E = error(F, _), print(F), nl, read(X), print(X)";
        assertThat(shell(clew() + " run empty.pl --goal '" + goal + "'", "a\u00ff'. b c').\nd.\n"))
                .isEqualTo(new Result(0, "representation_error(character)\nd", ""));
    }

    @Test
    void endsWhenItsInputCannotBeRead() throws Exception {
        Result result = shell(clew() + " < /", "");
        assertThat(result.status).isEqualTo(2);
        assertThat(result.errors).containsOnlyOnce("Error:").contains("Is a directory");
    }

    @Test
    void skipsAByteOrderMarkAndKnowsLineEndsOfWindows() throws Exception {
        assertThat(shell(clew(), "\u00ef\u00bb\u00bfX = 1.\r\nX = 2.\r\n"))
                .isEqualTo(new Result(0, "X = 1.\nX = 2.\n", ""));
    }

    @Test
    void tellsOfWordsThatTheLocaleCannotRead() throws Exception {
        Result result = shell(clew() + " ask 'X = größe'", "", "LC_ALL", "xx_XX.UTF-8");
        assertThat(result.status).isEqualTo(2);
        assertThat(result.errors)
                .startsWith("clew: The locale does not tell how to read the word (X = gr")
                .endsWith("Maybe set LC_ALL=C.UTF-8.\n");
        assertThat(shell(clew() + " ask 'X = größe'", "").output).isEqualTo("X = größe\n");
    }
}
