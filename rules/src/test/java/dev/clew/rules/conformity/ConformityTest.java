package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the suites of the standard and of the libraries, a test for each file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformityTest {
    @TempDir Path folder = Path.of("");

    private int passed;
    private int known;
    private int failed;

    @TestFactory
    List<DynamicTest> meetsTheStandard() throws IOException {
        return tests(Suite.all(Suite.CONFORMITY));
    }

    @TestFactory
    List<DynamicTest> hasWorkingLibraries() throws IOException {
        return tests(Suite.all(Suite.LIBRARY));
    }

    private List<DynamicTest> tests(List<Suite> suites) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Suite suite : suites) {
            tests.add(DynamicTest.dynamicTest(suite.name(), () -> check(suite)));
        }
        return tests;
    }

    private void check(Suite suite) throws IOException {
        Map<String, String> expected = suite.known("clew");
        String lines = SuiteRun.of(suite, suite.skipped(expected), folder.resolve(suite.name()));
        Verdict verdict = Verdict.of(suite, lines, expected);
        passed += verdict.passed;
        known += verdict.known;
        failed += verdict.failed.size();
        assertThat(verdict.complaints()).as(suite.name()).isEmpty();
    }

    @AfterAll
    void printTotals() {
        System.out.println(
                "Conformity: " + passed + " passed, " + known + " known, " + failed + " failed.");
    }
}
