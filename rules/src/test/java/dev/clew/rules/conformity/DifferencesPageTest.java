package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Loader;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of differences says what is so. */
class DifferencesPageTest {
    private static final Path PAGE = Path.of("../docs/reference/differences.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\|.*");

    @TestFactory
    List<DynamicTest> everyRowShowsWhatClewDoes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String goal = row.group(1);
                String shown = row.group(2);
                tests.add(
                        DynamicTest.dynamicTest(
                                goal, () -> assertThat(result(goal)).isEqualTo(shown)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    @Test
    void everyDepartureFromTheStandardHasARow() throws IOException {
        String page = Files.readString(PAGE);
        for (String builtin :
                List.of(
                        "**",
                        "arg(",
                        "stream_property(",
                        "\\e",
                        "\\s",
                        "\\uXXXX",
                        "number_chars(")) {
            assertThat(page).contains(builtin);
        }
        assertThat(Files.readAllLines(Suite.CONFORMITY.resolve("known-clew.txt"))).hasSize(7);
    }

    private static String result(String goal) {
        Database db = Texts.quietDatabase();
        Machine m = new Machine(db);
        Loader.load(m, new StringSource("foo(1).\n"), null, db.user());
        try {
            m.solve(Texts.read(m, goal), db.user());
        } catch (PrologError e) {
            return Texts.write(m, ((Struct) e.term()).arg(0));
        }
        return db.streams().userOutput().text();
    }
}
