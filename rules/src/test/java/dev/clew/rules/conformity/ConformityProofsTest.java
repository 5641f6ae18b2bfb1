package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asking why changes no answer: the suites give the same when each answer is proved. And each of
 * these proofs is right.
 */
class ConformityProofsTest {
    @TempDir Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> answersAreTheSameWithProofs() throws IOException {
        List<Suite> suites = new ArrayList<>(Suite.all(Suite.CONFORMITY));
        suites.addAll(Suite.all(Suite.LIBRARY));
        return suites.stream().map(s -> DynamicTest.dynamicTest(s.name(), () -> check(s)));
    }

    private void check(Suite suite) throws IOException {
        Map<String, String> expected = suite.known("clew");
        List<String> refused = new ArrayList<>();
        Path place = folder.resolve(suite.name());
        String lines = SuiteRun.proving(suite, suite.skipped(expected), place, refused);
        assertThat(refused).as(suite.name()).isEmpty();
        assertThat(Verdict.of(suite, lines, expected).complaints()).as(suite.name()).isEmpty();
    }
}
