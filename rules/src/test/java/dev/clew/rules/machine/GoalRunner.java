package dev.clew.rules.machine;

import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.terms.PrologError;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs goals of a program for tests: in this JVM, or in one of its own with a heap of a given size.
 */
final class GoalRunner {
    private final Database db;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    GoalRunner(String program) {
        db = new Database(StreamTable.of(new ByteArrayInputStream(new byte[0]), output, output));
        Loader.load(new Machine(db), new StringSource(program), null, db.user());
    }

    Database database() {
        return db;
    }

    /** {@code true} or {@code false}, what the goal wrote before it, or {@code raised TERM}. */
    String run(String goal) {
        Machine m = new Machine(db);
        ReadFlags flags = ReadFlags.standard().withVariables(m::newVar);
        String verdict;
        try {
            boolean found =
                    m.solve(
                            new TermReader(
                                            new StringSource(goal + " ."),
                                            db.user().operators(),
                                            flags)
                                    .read()
                                    .term(),
                            db.user());
            m.close();
            verdict = Boolean.toString(found);
        } catch (PrologError e) {
            verdict = "raised " + e.term();
        }
        db.streams().flushAll();
        String text = output.toString(StandardCharsets.UTF_8) + verdict;
        output.reset();
        return text;
    }

    /**
     * Runs goals one after the other in a JVM with {@code heap}, such as {@code 64m}; a line for
     * each verdict.
     */
    static List<String> inHeap(String heap, String program, String... goals)
            throws IOException, InterruptedException {
        String java = new File(System.getProperty("java.home"), "bin/java").getPath();
        List<String> command = new java.util.ArrayList<>();
        command.addAll(List.of(java, "-Xmx" + heap, "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(GoalRunner.class.getName());
        command.add(program);
        command.addAll(List.of(goals));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines().toList();
    }

    /** The program, then the goals to run. */
    public static void main(String[] args) {
        GoalRunner runner = new GoalRunner(args[0]);
        for (int i = 1; i < args.length; i++) {
            System.out.println(runner.run(args[i]));
        }
    }
}
