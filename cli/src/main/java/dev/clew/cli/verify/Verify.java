package dev.clew.cli.verify;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.rules.checking.ProofChecker;
import dev.clew.rules.checking.Verdict;
import dev.clew.rules.json.JsonError;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code clew verify FILE... PROOF}: checks proofs against the text of the program. */
public final class Verify {
    private static final long STEPS = 1_000_000;

    private final StreamTable streams;
    private final CommandLine line;

    /** The command with its words. */
    public Verify(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "verify",
                "FILE... PROOF",
                "checks proofs against the program",
                """
                Checks that each step of a proof follows from the text of the program, without running
                it and without the code that found the proof. PROOF is a file of JSON, as written by
                `clew ask --why=json`: one proof, or one a line.

                  clew verify family.pl proof.json

                Prints for each proof whether it is right, which steps had to be taken on trust, and if
                it is wrong the first step that is. Ends with status 0 if all proofs are right, 1 if one
                is wrong, 2 if the files cannot be read or hold no proof.
                """,
                List.of(
                        Option.flag("--strict", "a proof with steps on trust is wrong"),
                        Option.value(
                                "--steps", "N", "search N steps for a proof of what is negated")),
                false);
    }

    /** Checks; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        if (words.size() < 2) {
            throw new UsageError(
                    "clew verify needs a program and a proof.",
                    "Maybe clew verify FILE.pl PROOF.json.");
        }
        String proofFile = words.get(words.size() - 1);
        ProofChecker checker = checker(words.subList(0, words.size() - 1));
        List<Explanation> proofs = proofs(proofFile);
        boolean isRight = true;
        for (int i = 0; i < proofs.size(); i++) {
            String name = proofs.size() == 1 ? proofFile : proofFile + ", proof " + (i + 1);
            isRight &= tell(name, checker.check(proofs.get(i)));
        }
        return isRight ? Exit.ANSWERED : Exit.NO;
    }

    private ProofChecker checker(List<String> files) {
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            requireFile(file);
            paths.add(Path.of(file));
        }
        try {
            Path folder = Path.of(streams.surroundings().directory());
            return ProofChecker.ofFiles(paths, folder).withSteps(line.count("--steps", STEPS));
        } catch (IOException e) {
            throw new UsageError("The program cannot be read: " + e.getMessage() + ".", null);
        }
    }

    private void requireFile(String name) {
        if (!streams.surroundings().file(name).isFile()) {
            throw new UsageError("There is no file (" + name + ").", null);
        }
    }

    private List<Explanation> proofs(String name) {
        requireFile(name);
        File file = streams.surroundings().file(name);
        List<Explanation> found;
        try {
            found = ProofFile.read(Files.readString(file.toPath(), StandardCharsets.UTF_8));
        } catch (JsonError e) {
            throw new UsageError("The file (" + name + ") holds no proof. " + e.sentence(), null);
        } catch (IOException e) {
            throw new UsageError("The file (" + name + ") cannot be read as UTF-8.", null);
        }
        if (found.isEmpty()) {
            throw new UsageError(
                    "The file (" + name + ") holds no proof.",
                    "Maybe write one with `clew ask --why=json`.");
        }
        return found;
    }

    /** Prints a verdict; returns whether the proof is right. */
    private boolean tell(String name, Verdict verdict) {
        PrologStream out = streams.userOutput();
        return switch (verdict) {
            case Verdict.Refused r -> {
                out.write(name + ": wrong\n  " + r + "\n");
                yield false;
            }
            case Verdict.Accepted a -> {
                boolean isRight = a.trusted().isEmpty() || !line.has("--strict");
                out.write(name + (isRight ? ": right, " : ": not proved, ") + count(a) + "\n");
                for (Verdict.Trusted t : a.trusted()) {
                    out.write("  " + t + "\n");
                }
                yield isRight;
            }
        };
    }

    private static String count(Verdict.Accepted a) {
        int trusted = a.trusted().size();
        String steps = a.steps() == 1 ? "1 step" : a.steps() + " steps";
        return trusted == 0 ? steps : steps + ", " + trusted + " of them on trust";
    }
}
