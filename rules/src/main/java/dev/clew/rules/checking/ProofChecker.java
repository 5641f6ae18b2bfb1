package dev.clew.rules.checking;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.syntax.Operators;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Checks proofs against the text of a program, without the engine that found them.
 *
 * <pre>{@code
 * ProofChecker checker = ProofChecker.ofFiles(List.of(Path.of("family.pl")));
 * switch (checker.check(explanation)) {
 *     case Verdict.Accepted a -> System.out.println("right, but for " + a.trusted());
 *     case Verdict.Refused r -> System.out.println(r);
 * }
 * }</pre>
 *
 * <p>What is checked, and what is not, is told in docs/reference/proofs.md. A checker may be used
 * for many proofs, by one thread at a time.
 */
public final class ProofChecker {
    private static final long STEPS = 1_000_000;

    private final Program program;
    private final long steps;

    private ProofChecker(Program program, long steps) {
        this.program = program;
        this.steps = steps;
    }

    /** A checker for the program that consists of these texts, and of the libraries. */
    public static ProofChecker of(List<Source> sources) {
        return of(
                sources,
                name -> {
                    String key = Program.key(name);
                    for (Source s : sources) {
                        if (Program.key(s.file()).equals(key)) {
                            return s;
                        }
                    }
                    return null;
                });
    }

    /**
     * A checker for the program in these files, in those that they load, and in the libraries.
     *
     * @throws IOException if a file cannot be read
     */
    public static ProofChecker ofFiles(List<Path> files) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Source.of(file));
        }
        return of(sources, ProofChecker::find);
    }

    private static @Nullable Source find(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) ? Source.of(path) : null;
        } catch (InvalidPathException | IOException e) {
            return null;
        }
    }

    private static ProofChecker of(
            List<Source> sources, Function<String, @Nullable Source> others) {
        Program program = new Program();
        ProgramReader reader = new ProgramReader(program, others, false);
        for (Source source : sources) {
            reader.read(source);
        }
        return new ProofChecker(program, STEPS);
    }

    /**
     * This checker, taking up to {@code limit} steps of inference to find out that something has no
     * proof; the default is a million for each such claim.
     */
    public ProofChecker withSteps(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(
                    "The steps (" + limit + ") of a search must not be negative.\n"
                            + "Maybe omit them: the default is 1,000,000.");
        }
        return new ProofChecker(program, limit);
    }

    /** The operators of the program, for writing its goals. */
    public Operators operators() {
        return program.operators;
    }

    /** Whether a proof is one. */
    public Verdict check(Explanation explanation) {
        return new Checking(program, explanation, steps).verdict();
    }
}
