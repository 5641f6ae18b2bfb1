package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Loader;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Broken goals and programs: whatever the text, there must be an answer, a failure or a Prolog
 * error, soon. An exception of Java, a goal that no limit ends, and an error that tells of Java are
 * faults of the engine.
 */
class FuzzTest {
    private static final int GOALS = 18_000;
    private static final int PROGRAMS = 2000;
    private static final int ROUNDS_PER_DATABASE = 100;
    private static final long INFERENCES = 50_000;
    private static final long NANOS = 1_000_000_000L;
    private static final long HANG_SECONDS = 15;
    private static final Path LIBRARIES = Path.of("src/main/resources/dev/clew/rules");

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private volatile String running = "";
    private volatile long started = System.nanoTime();

    @Test
    void brokenTextsNeverBreakTheEngine() throws Exception {
        long seed = Long.getLong("clew.seed", 20_264);
        System.out.println("brokenTextsNeverBreakTheEngine: -Dclew.seed=" + seed);
        Mutator mutator = new Mutator(new Random(seed), goals(), programs());
        Thread rounds = new Thread(() -> run(mutator), "rounds");
        rounds.setDaemon(true);
        started = System.nanoTime();
        rounds.start();
        while (rounds.isAlive()) {
            rounds.join(1000);
            if (System.nanoTime() - started > HANG_SECONDS * 1_000_000_000L) {
                faults.add("hangs: " + running + "\n" + List.of(rounds.getStackTrace()));
                break;
            }
        }
        System.out.println("Broken texts: " + outcomes);
        assertThat(faults).as("seed " + seed).isEmpty();
    }

    private void run(Mutator mutator) {
        Database db = Texts.quietDatabase();
        for (int n = 0; n < GOALS + PROGRAMS; n++) {
            if (n % ROUNDS_PER_DATABASE == 0) {
                db = closedDatabase();
            }
            boolean isGoal = n % 10 != 0;
            running = isGoal ? mutator.goal() : mutator.program();
            started = System.nanoTime();
            note(outcome(db, isGoal));
        }
    }

    /** A database from which nothing outside can be reached. */
    private static Database closedDatabase() {
        Database db = Texts.quietDatabase();
        db.setPolicy((operation, kind, culprit) -> {
            throw Errors.permission(operation, kind, culprit);
        });
        return db;
    }

    private String outcome(Database db, boolean isGoal) {
        Machine m = new Machine(db);
        try {
            m.limits().setInferences(INFERENCES);
            m.limits().setDepth(100_000);
            m.limits().setDeadline(System.nanoTime() + NANOS);
            if (!isGoal) {
                return Loader.load(m, new StringSource(running), null, db.user()).errors() == 0
                        ? "loaded"
                        : "loaded with errors";
            }
            Term goal = Texts.read(m, running);
            return m.solve(goal, db.user()) ? "answer" : "failure";
        } catch (SyntaxError e) {
            return "syntax error";
        } catch (PrologError e) {
            return judge(e.term().toString());
        } catch (Interruption e) {
            return "ended: " + e.reason();
        } catch (Throwable e) {
            return fault(e + "\n" + List.of(e.getStackTrace()).stream().limit(12).toList());
        } finally {
            db.streams().userOutput().clear();
            db.streams().userError().clear();
        }
    }

    private String judge(String error) {
        boolean isJava =
                error.contains("java.")
                        || error.contains("java_stack")
                        || error.contains("Exception");
        return isJava && error.contains("error(") && !running.contains("java")
                ? fault(error)
                : "error";
    }

    private String fault(String what) {
        faults.add(running + "\n  " + what);
        return "fault";
    }

    private void note(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private static List<String> goals() throws IOException {
        List<String> goals = new ArrayList<>();
        List<Suite> suites = new ArrayList<>(Suite.all(Suite.CONFORMITY));
        suites.addAll(Suite.all(Suite.LIBRARY));
        for (Suite suite : suites) {
            for (String goal : suite.goals().values()) {
                goals.add(goal.replaceFirst("\\.\\s*$", ""));
            }
        }
        goals.sort(null);
        return goals;
    }

    private static List<String> programs() throws IOException {
        List<String> programs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(LIBRARIES)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".pl")) {
                    programs.add(Files.readString(file));
                }
            }
        }
        return programs;
    }
}
