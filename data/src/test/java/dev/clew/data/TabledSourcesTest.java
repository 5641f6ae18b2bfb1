package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answers;
import dev.clew.rules.Engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Tabled predicates over facts from outside: tables do not outlive what they were made from. */
class TabledSourcesTest {
    private static final String RULES =
            """
            :- source(edge(From, To), csv("edges.csv")).
            :- table path/2, blocked/1.
            path(X, Y) :- edge(X, Y).
            path(X, Z) :- path(X, Y), edge(Y, Z).
            node(X) :- edge(X, _).
            node(X) :- edge(_, X).
            blocked(X) :- node(X), \\+ path(X, d).
            far(X, Y) :- path(X, Y).
            """;

    @TempDir Path folder;

    @BeforeEach
    void writeEdges() throws IOException {
        edges("a,b\nb,c\nc,a\n");
    }

    private void edges(String rows) throws IOException {
        Path fresh = folder.resolve("new.csv");
        Files.writeString(fresh, "from,to\n" + rows);
        Files.move(fresh, folder.resolve("edges.csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> sorted(Engine e, String goal) {
        return Rules.ask(e, goal).stream().sorted().toList();
    }

    @Test
    void recursionOverAFileEnds() {
        Engine e = Rules.in(folder, RULES);
        assertThat(sorted(e, "path(a, X)")).containsExactly("X = a", "X = b", "X = c");
        assertThat(sorted(e, "path(X, Y)")).hasSize(9);
        assertThat(sorted(e, "distinct(X, blocked(X))")).hasSize(3);
    }

    @Test
    void theNextQueryDoesNotUseTablesOfOldFacts() throws IOException {
        Engine e = Rules.in(folder, RULES);
        assertThat(sorted(e, "far(a, X)")).hasSize(3);
        edges("a,b\nb,d\n");
        assertThat(sorted(e, "far(a, X)")).containsExactly("X = b", "X = d");
        assertThat(sorted(e, "blocked(X)")).containsExactly("X = d");
        edges("a,b\n");
        assertThat(sorted(e, "blocked(X)")).containsExactly("X = a", "X = b");
    }

    @Test
    void aQueryUsesItsTablesToItsEnd() throws IOException {
        Engine e = Rules.in(folder, RULES);
        try (Answers a = e.ask("member(_, [1, 2]), aggregate_all(count, path(a, _), N)")) {
            assertThat(a.next().integer("N")).isEqualTo(3);
            edges("a,b\n");
            assertThat(a.next().integer("N")).isEqualTo(3);
        }
        assertThat(sorted(e, "path(a, X)")).containsExactly("X = b");
    }

    @Test
    void otherQueriesDoNotUseTheTablesOfOneThatStillRuns() throws IOException {
        Engine e = Rules.in(folder, RULES);
        try (Answers a = e.ask("path(a, X), member(_, [1, 2])")) {
            a.next();
            edges("a,d\n");
            assertThat(sorted(e, "path(a, X)")).containsExactly("X = d");
        }
    }

    @Test
    void aMachineThatAsksAgainReadsAnew() throws IOException {
        var db =
                new dev.clew.rules.machine.Database(
                        dev.clew.rules.streams.StreamTable.of(
                                new ByteArrayInputStream(new byte[0]),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream()));
        Path file = folder.resolve("rules.pl");
        Files.writeString(file, RULES);
        var machine = new dev.clew.rules.machine.Machine(db);
        dev.clew.rules.machine.Loader.consult(machine, file.toString(), db.user());
        var goal =
                dev.clew.rules.terms.Struct.of(
                        "path",
                        dev.clew.rules.terms.Atom.of("a"),
                        dev.clew.rules.terms.Atom.of("d"));
        assertThat(machine.solve(goal, db.user())).isFalse();
        edges("a,d\n");
        assertThat(machine.solve(goal, db.user())).isTrue();
        machine.close();
        edges("a,c\n");
        assertThat(machine.solve(goal, db.user())).isFalse();
    }
}
