package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads a table of 1,500,000 rows in a JVM of its own with a heap of 64 MB. */
final class SmallHeap {
    static final String EXPECTED =
            "[N = 1500000]\n[X = 'the customer with the number 1234567']\n[I = 1000001]\n";

    private SmallHeap() {}

    /** Counts the rows of a source and looks one up: {@code FILE csv|jsonl} or {@code URL jdbc}. */
    public static final class Reader {
        private Reader() {}

        /** Prints the count and the row. */
        public static void main(String[] args) {
            Engine e = Engine.create();
            String source =
                    args[1].equals("jdbc")
                            ? "jdbc('" + args[0] + "', big, [" + args[2] + "])"
                            : args[1] + "('" + args[0] + "')";
            e.loadText(":- source(big(Id, Name), " + source + ").");
            System.out.println(Rules.ask(e, "aggregate_all(count, big(_, _), N)"));
            System.out.println(Rules.ask(e, "big(1234567, X)"));
            System.out.println(Rules.ask(e, "once((big(I, _), I > 1000000))"));
        }
    }

    /** What the reader prints. */
    static String read(Path folder, String... args) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName());
        for (String arg : args) {
            builder.command().add(arg);
        }
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output).replaceAll("(?m)^WARNING.*\\n", "");
    }
}
