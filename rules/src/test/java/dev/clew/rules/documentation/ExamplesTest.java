package dev.clew.rules.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Documentation;
import dev.clew.rules.machine.Documentation.Entry;
import dev.clew.rules.machine.Documentation.Section;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The examples in the documentation of built-ins and libraries give the answers that are shown. */
class ExamplesTest {
    static Stream<Section> sections() {
        return new Documentation(database().library()).sections().stream();
    }

    static Database database() {
        return new Database(
                StreamTable.of(
                        PrologStream.input(""), PrologStream.memory(), PrologStream.memory()));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void examplesHaveTheAnswersThatAreShown(Section section) {
        Database db = database();
        if (section.home().startsWith("library/")) {
            load(db, section.title());
        }
        for (Example example : examples(section)) {
            assertThat(answer(example, db))
                    .as("%s: ?- %s", section.home(), example.goal())
                    .isEqualTo(example.expected(db));
        }
    }

    /** Makes the operators of a library known to the examples. */
    private static void load(Database db, String library) {
        new Example("use_module(" + library + ").", List.of("true.")).found(db);
    }

    private static String answer(Example example, Database db) {
        try {
            return example.found(db);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static Set<Example> examples(Section section) {
        Set<Example> all = new LinkedHashSet<>(Example.in(section.header()));
        for (Entry e : section.entries()) {
            all.addAll(Example.in(e.text()));
        }
        return all;
    }

    /** The pages that tell how to do something. */
    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/how-to"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void examplesOfPagesHaveTheAnswersThatAreShown(Path page) throws IOException {
        Database db = database();
        for (Example example : Example.in(Files.readString(page))) {
            assertThat(answer(example, db))
                    .as("%s: ?- %s", page, example.goal())
                    .isEqualTo(example.expected(db));
        }
    }

    @Test
    void everyLibraryOpensWithAnExample() {
        assertThat(sections().filter(s -> s.home().startsWith("library/")))
                .allSatisfy(s -> assertThat(Example.in(s.header())).isNotEmpty());
    }
}
