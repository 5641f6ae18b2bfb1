package dev.clew.rules.machine;

import dev.clew.rules.checking.ProofChecker;
import dev.clew.rules.checking.Source;
import dev.clew.rules.checking.Verdict;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.syntax.CharSource;
import dev.clew.rules.syntax.StringSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has each proof checked as soon as it is made, against the texts that were loaded, and refuses to
 * go on with a wrong one. System property {@value #PROPERTY} asks for that; it names a file that
 * gets a line for each proof. All tests run so.
 */
final class ProofAudit {
    static final String PROPERTY = "clew.proofs.log";

    /** The name of texts that have none: their clauses follow one another. */
    private static final String UNNAMED = "";

    /** Fewer than usual, as a test may make thousands of proofs. */
    private static final long STEPS = 100_000;

    private static final int LONGEST = 1000;

    private final Path log;
    private final Map<String, String> loaded = new LinkedHashMap<>();
    private final Map<String, String> included = new LinkedHashMap<>();
    private boolean isComplete = true;
    private @Nullable ProofChecker checker;

    ProofAudit(Path log) {
        this.log = log;
    }

    /** An audit, if one is asked for. */
    static @Nullable ProofAudit wanted() {
        String log = System.getProperty(PROPERTY);
        return log == null ? null : new ProofAudit(Path.of(log));
    }

    /** Notes a text that is loaded. */
    synchronized void note(CharSource text, @Nullable String file) {
        if (!(text instanceof StringSource s)) {
            isComplete = false;
        } else if (file == null) {
            loaded.merge(UNNAMED, s.text(), (all, more) -> all + "\n" + more);
        } else {
            loaded.put(file, s.text());
        }
        checker = null;
    }

    /** Notes a text that another one includes. */
    synchronized void noteIncluded(CharSource text, String file) {
        if (text instanceof StringSource s) {
            included.put(file, s.text());
        }
        checker = null;
    }

    /** Notes a proof; an error if the checker refuses it. */
    synchronized void check(Explanation explanation) {
        if (!isComplete) {
            write("not checked: part of the program came from a stream");
            return;
        }
        switch (checker().check(explanation)) {
            case Verdict.Accepted a -> write(accepted(a));
            case Verdict.Refused r -> {
                write("refused: " + r);
                throw new AssertionError("The checker refuses a proof that the engine made.\n" + r);
            }
        }
    }

    private static String accepted(Verdict.Accepted a) {
        StringBuilder line = new StringBuilder("accepted: ").append(a.steps()).append(" steps");
        for (Verdict.Trusted t : a.trusted()) {
            line.append("; ").append(t);
        }
        return line.toString();
    }

    private void write(String line) {
        String start = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
        try {
            Files.writeString(
                    log,
                    start.replace('\n', ' ') + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProofChecker checker() {
        ProofChecker known = checker;
        if (known == null) {
            known = ProofChecker.of(sources(loaded), sources(included)).withSteps(STEPS);
            checker = known;
        }
        return known;
    }

    private static List<Source> sources(Map<String, String> texts) {
        List<Source> sources = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            sources.add(new Source(text.getKey(), text.getValue()));
        }
        return sources;
    }
}
