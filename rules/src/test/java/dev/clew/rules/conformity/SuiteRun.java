package dev.clew.rules.conformity;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Runs the driver on one suite in this process, on a database of its own. */
final class SuiteRun {
    private static final long SECONDS_PER_CASE = 10;
    private static final long SECONDS_PER_PROOF = 100;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Machine machine;
    private long patience = SECONDS_PER_CASE;

    private SuiteRun(Path folder) {
        Database db =
                new Database(StreamTable.of(new ByteArrayInputStream(new byte[0]), output, errors));
        db.streams().surroundings().directory(folder.toString());
        machine = new Machine(db);
    }

    /**
     * As {@link #of}, with the proof of each answer made, and so checked; {@code refused} takes
     * what the checker says against any.
     */
    static String proving(Suite suite, Set<Integer> skipped, Path folder, List<String> refused)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("job.pl"), suite.job(skipped, 0));
        SuiteRun run = new SuiteRun(folder);
        run.patience = SECONDS_PER_PROOF;
        Path driver = folder.resolve("driver.pl");
        String call = "    call(Goal),\n    drv_answer";
        String proof = "    '$prove'(Goal, Node, 0),\n    drv_proof(Goal, Node),\n    drv_answer";
        String text = Files.readString(Suite.CONFORMITY.resolve("driver.pl"));
        Files.writeString(driver, text.replace(call, proof));
        run.machine.db().define(Functor.of("drv_proof", 2), (m, a) -> read(m, a, refused));
        return run.run(driver);
    }

    private static boolean read(Machine m, Term[] a, List<String> refused) {
        try {
            Explaining.of(m, a[0], a[1]);
        } catch (AssertionError e) {
            refused.add(e.getMessage() + "\n");
        }
        return true;
    }

    /** The lines that the driver writes, after them what went to the error stream. */
    static String of(Suite suite, Set<Integer> skipped, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("job.pl"), suite.job(skipped, 0));
        return new SuiteRun(folder).run(Suite.CONFORMITY.resolve("driver.pl"));
    }

    private String run(Path driver) {
        Thread guard = new Thread(this::watch, "guard of a suite");
        guard.setDaemon(true);
        guard.start();
        String end = "";
        try {
            machine.solve(Struct.of("consult", Atom.of(driver.toString())), machine.db().user());
        } catch (Interruption e) {
            end =
                    e.reason() == Interruption.Reason.HALT
                            ? ""
                            : "not ok driver:0 ended: " + e.reason() + "\n";
        } finally {
            guard.interrupt();
        }
        machine.db().streams().flushAll();
        machine.db().streams().closeAll();
        return output.toString(StandardCharsets.UTF_8)
                + end
                + errors.toString(StandardCharsets.UTF_8);
    }

    /** Ends a case that takes too long, and the whole suite if that is not enough. */
    private void watch() {
        int size = 0;
        long idle = 0;
        try {
            while (true) {
                Thread.sleep(1000);
                idle = output.size() == size ? idle + 1 : 0;
                size = output.size();
                if (idle == patience) {
                    machine.limits().signal(Atom.of("case_took_too_long"));
                } else if (idle == 2 * patience) {
                    machine.limits().cancel();
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
