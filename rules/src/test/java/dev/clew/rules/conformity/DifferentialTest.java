package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the suites of the standard on other systems, where they are installed: what they do
 * differently is either in their list of known differences, with the clause that decides it, or the
 * suite may be wrong.
 */
class DifferentialTest {
    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"swipl", "gprolog"})
    void otherSystemsDifferOnlyWhereTheyAreKnownTo(String system) throws Exception {
        Peer.assumeInstalled(system);
        Path report = folder.resolve("report");
        ProcessBuilder builder = new ProcessBuilder("bash", "run", system);
        builder.environment().put("SUITE_TIMEOUT", "20");
        Process process =
                builder.directory(Suite.CONFORMITY.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(report.toFile())
                        .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
        List<String> lines = Files.readAllLines(report);
        System.out.println("Conformity of " + system + ": " + lines.get(lines.size() - 1).strip());
        assertThat(lines.stream().filter(DifferentialTest::isComplaint)).as(system).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private static boolean isComplaint(String line) {
        return line.startsWith("not ok") || line.startsWith("stale");
    }
}
