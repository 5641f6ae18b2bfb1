package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a query sees of a file that changes, how files are kept in memory, and that they are closed.
 */
@Timeout(120)
class FileVersionsTest {
    @TempDir Path folder;

    private Engine numbers(int n) throws IOException {
        write("f.csv", n);
        return Rules.in(folder, ":- source(p(A, B), csv('f.csv')).");
    }

    private void write(String name, int n) throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < n; i++) {
            text.append(i).append(',').append(i % 7).append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }

    private void replace(int n) throws IOException {
        write("new.csv", n);
        Files.move(
                folder.resolve("new.csv"),
                folder.resolve("f.csv"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static long count(Engine e, String goal) {
        return e.ask("aggregate_all(count, (" + goal + "), N)").first().orElseThrow().integer("N");
    }

    /** How many of this process' open files lie in the folder; by the links that Linux has. */
    private int openFiles() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open files cannot be counted");
        int n = 0;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path link : links) {
                try {
                    n += Files.readSymbolicLink(link).startsWith(folder.toRealPath()) ? 1 : 0;
                } catch (IOException e) {
                    continue; // the one of this listing
                }
            }
        }
        return n;
    }

    @Test
    void joinsDoNotReadTheFileForEachRow() throws IOException {
        Engine e = numbers(20_000);
        assertThat(count(e, "p(X, _), p(X, 3)")).isEqualTo(2857);
        assertThat(count(e, "p(X, 1), Y is X + 1, p(Y, 2)")).isEqualTo(2857);
    }

    @Test
    void boundCallsFindTheSameRowsFromTheFileAndFromMemory() throws IOException {
        Engine e = numbers(100);
        List<String> first = Rules.ask(e, "p(X, 3)");
        assertThat(first).hasSize(14).startsWith("X = 3", "X = 10");
        assertThat(Rules.ask(e, "p(X, 3)")).isEqualTo(first);
        assertThat(Rules.ask(e, "p(X, 3)")).isEqualTo(first);
        assertThat(Rules.ask(e, "p(10, Y)")).containsExactly("Y = 3");
        assertThat(Rules.ask(e, "p(10, 3)")).hasSize(1);
        assertThat(Rules.ask(e, "p(10.0, Y)")).isEmpty();
        assertThat(Rules.ask(e, "p(a, Y)")).isEmpty();
        assertThat(Rules.ask(e, "p(f(_), Y)")).isEmpty();
        assertThat(count(e, "p(_, _)")).isEqualTo(100);
    }

    @Test
    void theNextQuerySeesTheNewFile() throws IOException {
        Engine e = numbers(10);
        for (int n = 11; n < 16; n++) {
            assertThat(count(e, "p(_, _)")).isEqualTo(n - 1);
            assertThat(count(e, "p(_, 0)")).isEqualTo((n + 5) / 7);
            replace(n);
        }
    }

    @Test
    void aQuerySeesTheFileAsItWasWhenItBegan() throws IOException {
        Engine e = numbers(5);
        assertThat(count(e, "p(_, _), p(_, _)")).isEqualTo(25);
        try (Answers a = e.ask("member(I, [1, 2]), aggregate_all(count, p(_, _), N)")) {
            assertThat(a.next().integer("N")).isEqualTo(5);
            replace(6);
            assertThat(a.next().integer("N")).isEqualTo(5);
        }
        assertThat(count(e, "p(_, _)")).isEqualTo(6);
    }

    @Test
    void aReplacedFileIsReadToItsEnd() throws IOException {
        Engine e = numbers(100_000);
        try (Answers a = e.ask("p(X, _)")) {
            assertThat(a.next().integer("X")).isZero();
            replace(3);
            long n = 1;
            while (a.hasNext()) {
                a.next();
                n++;
            }
            assertThat(n).isEqualTo(100_000);
        }
    }

    @Test
    void aFileThatChangesWhileItIsReadIsAnError() throws IOException {
        Engine e = numbers(100_000);
        try (Answers a = e.ask("p(X, _)")) {
            a.next();
            Files.writeString(
                    folder.resolve("f.csv"), "9,9\n", java.nio.file.StandardOpenOption.APPEND);
            RuleException error = null;
            try {
                while (a.hasNext()) {
                    a.next();
                }
            } catch (RuleException x) {
                error = x;
            }
            assertThat(error).isNotNull().hasMessageContaining("has changed since the query began");
        }
    }

    @Test
    void aQueryDoesNotMixVersions() throws IOException {
        Engine e = numbers(1000);
        try (Answers a = e.ask("p(X, _), p(X, Y)")) {
            a.next();
            replace(3);
            assertThat(a.next().integer("X")).isEqualTo(1);
        }
        Engine fresh = numbers(1000);
        try (Answers a = fresh.ask("member(I, [1, 2]), once(p(I, Y))")) {
            a.next();
            replace(3);
            assertThat(Rules.ask(fresh, "p(X, Y)")).hasSize(3);
            RuleException error = null;
            try {
                a.next();
            } catch (RuleException x) {
                error = x;
            }
            assertThat(error).isNotNull().hasMessageContaining("has changed since the query began");
        }
    }

    @Test
    void aQueryThatBeganEarlierLeavesWhatIsKept() throws IOException {
        Engine e = numbers(1000);
        try (Answers a = e.ask("p(X, _), p(X, _)")) {
            a.next();
            replace(7);
            assertThat(count(e, "p(X, _), p(X, _)")).isEqualTo(7);
            long rest = a.stream().count();
            assertThat(rest).isEqualTo(999);
            assertThat(count(e, "p(_, _)")).isEqualTo(7);
        }
    }

    @Test
    void filesAreClosedHoweverAQueryEnds() throws IOException {
        Engine e = numbers(100_000);
        e.ask("p(X, _), X > 10").first();
        assertThat(openFiles()).as("first").isZero();
        replace(100_000);
        assertThat(Rules.ask(e, "p(X, _), !")).hasSize(1);
        assertThat(openFiles()).as("cut").isZero();
        replace(100_001);
        Rules.error(e, "p(X, _), X > 5, atom_length(_, _)");
        assertThat(openFiles()).as("error").isZero();
        replace(100_002);
        assertThat(count(e, "catch((p(_, _), throw(x)), x, true)")).isEqualTo(1);
        assertThat(openFiles()).as("caught").isZero();
        replace(100_003);
        try (Answers a = e.ask("p(X, _)")) {
            a.next();
            assertThat(openFiles()).as("while it is read").isEqualTo(1);
        }
        assertThat(openFiles()).as("close").isZero();
        replace(100_004);
        assertThat(count(e, "p(_, _)")).isEqualTo(100_004);
        assertThat(openFiles()).as("end").isZero();
    }

    @Test
    void manyQueriesMayReadAtOnce() throws Exception {
        Engine e = numbers(5000);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String goal = i % 2 == 0 ? "p(X, 3)" : "p(X, _), p(X, 3)";
            tasks.add(() -> count(e, goal));
        }
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> f : pool.invokeAll(tasks)) {
                assertThat(f.get()).isEqualTo(714);
            }
        }
        assertThat(openFiles()).isZero();
    }
}
