package dev.clew.rules.checking;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.syntax.Operators;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        return of(sources, List.of());
    }

    /**
     * As {@link #of(List)}, for a program that also includes other texts.
     *
     * @param included texts that are part of the program only where an {@code include/1} names them
     */
    public static ProofChecker of(List<Source> sources, List<Source> included) {
        Program program = new Program(Path.of(""));
        List<Source> all = new ArrayList<>(sources);
        all.addAll(included);
        return of(program, sources, name -> named(program, all, name));
    }

    private static @Nullable Source named(Program program, List<Source> sources, String name) {
        String key = program.key(name);
        for (Source s : sources) {
            if (program.key(s.file()).equals(key)) {
                return s;
            }
        }
        return null;
    }

    /**
     * A checker for the program in these files, in those that they load, and in the libraries.
     *
     * @throws IOException if a file cannot be read
     */
    public static ProofChecker ofFiles(List<Path> files) throws IOException {
        return ofFiles(files, Path.of(""));
    }

    /**
     * As {@link #ofFiles(List)}, with the names of files relative to a folder.
     *
     * @throws IOException if a file cannot be read
     */
    public static ProofChecker ofFiles(List<Path> files, Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(read(file.toString(), folder));
        }
        return of(new Program(folder), sources, name -> find(name, folder));
    }

    /** UTF-8 or, as when loading, Latin-1 if it is not that. */
    private static Source read(String name, Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return new Source(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static @Nullable Source find(String name, Path folder) {
        try {
            return Files.isRegularFile(folder.resolve(name)) ? read(name, folder) : null;
        } catch (InvalidPathException | IOException e) {
            return null;
        }
    }

    private static ProofChecker of(
            Program program, List<Source> sources, Function<String, @Nullable Source> others) {
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
                    "The steps ("
                            + limit
                            + ") of a search must not be negative.\n"
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
