package dev.clew.rules.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.conformity.Peer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Compares random formats with SWI-Prolog, where it is installed. */
class FormatAgainstSwiTest {
    private static final long SEED = 20_240_229;
    private static final String[] NUMBERS = {
        "0", "-7", "123456", "98765432109876543210", "-1234567"
    };
    private static final String[] FLOATS = {
        "0.0", "1.5", "-2.75", "123456.789", "1.0e-7", "3.0e25", "0.1"
    };
    private static final String[] TERMS = {"abc", "'B c'", "f(x, 1)", "[1, 2]", "1 + 2", "\"str\""};

    @TempDir Path directory;

    @Test
    void randomFormatsGiveTheSameText() throws IOException, InterruptedException {
        Peer.assumeInstalled("swipl");
        Random random = new Random(SEED);
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            calls.add(call(random));
        }
        List<String> theirs = swi(calls);
        List<String> ours = new ArrayList<>();
        Goals goals = new Goals("");
        for (String call : calls) {
            ours.add(goals.run(call).replace("\n", "\\n"));
        }
        for (int i = 0; i < calls.size(); i++) {
            assertThat(ours.get(i)).as("seed %d: %s", SEED, calls.get(i)).isEqualTo(theirs.get(i));
        }
    }

    private static String call(Random random) {
        StringBuilder format = new StringBuilder();
        List<String> args = new ArrayList<>();
        int stop = 0;
        boolean filled = false;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            if (!filled && random.nextInt(3) == 0) {
                format.append(random.nextBoolean() ? "~t" : "~`.t");
                filled = true;
            }
            directive(random, format, args);
            if (random.nextInt(3) == 0) {
                stop += 5 + random.nextInt(20);
                format.append('~').append(stop).append('|');
                filled = false;
            }
        }
        return "format(\"" + format + "\", [" + String.join(", ", args) + "])";
    }

    private static void directive(Random random, StringBuilder format, List<String> args) {
        String count = random.nextBoolean() ? "" : Integer.toString(random.nextInt(6));
        switch (random.nextInt(9)) {
            case 0 -> add(format, args, "~" + count + "d", NUMBERS, random);
            case 1 -> add(format, args, "~" + count + "D", NUMBERS, random);
            case 2 -> add(format, args, "~" + count + "f", FLOATS, random);
            case 3 -> add(format, args, "~" + count + "e", FLOATS, random);
            case 4 -> add(format, args, "~" + (2 + random.nextInt(35)) + "r", NUMBERS, random);
            case 5 -> add(format, args, "~w", TERMS, random);
            case 6 -> add(format, args, "~q", TERMS, random);
            case 7 -> add(format, args, "~p", TERMS, random);
            default -> format.append("x~~y");
        }
    }

    private static void add(
            StringBuilder format, List<String> args, String text, String[] from, Random random) {
        format.append(text);
        args.add(from[random.nextInt(from.length)]);
    }

    private List<String> swi(List<String> calls) throws IOException, InterruptedException {
        Path program = directory.resolve("formats.pl");
        StringBuilder text = new StringBuilder(":- initialization((");
        for (String call : calls) {
            text.append(call).append(", nl, ");
        }
        Files.writeString(program, text.append("halt)).\n"));
        Process process =
                new ProcessBuilder("swipl", "-q", "-f", "none", program.toString())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }
}
