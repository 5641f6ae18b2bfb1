package dev.clew.cli;

import dev.clew.cli.commands.Exit;
import dev.clew.rules.streams.StreamTable;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the launcher runs once after each build, as {@code clew --train FILE}, so that the JVM can
 * record what Clew loads and keep it ready for the next start: every command once, with answers and
 * with mistakes.
 */
final class Training {
    private static final String TYPED =
            """
            member(X, [a, B]), Y = f(X, B).
            dif(X, a).
            fail.
            foo(
            undefined_here(X).
            help(append/3).
            """;

    private Training() {}

    static int run(List<String> files) {
        for (String file : files) {
            clew("", "run", file);
            clew("", "run", file, "--goal", "train", "--", "argument");
            clew("", "ask", file, "item(X, Y), Z = \"text\", A = f(A1, A1), B = C");
            clew("", "ask", file, "item(X, Y)", "--json", "--limit", "2");
            clew("", "ask", file, "itme(X, Y)");
            clew("", "ask", file, "dif(X, a), freeze(Y, true)", "--timeout", "1m");
            clew("", "ask", file, "repeat, fail", "--timeout", "50ms", "--json");
            clew("", "ask", "X = [1, 2|T], X = [");
            clew("", "check", file);
            clew(TYPED, file);
        }
        clew("", "help");
        clew("", "help", "ask");
        clew("", "--version");
        clew("", "--unknown");
        return Exit.ANSWERED;
    }

    private static void clew(String input, String... words) {
        Main.run(
                List.of(words),
                StreamTable.of(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream()));
    }
}
