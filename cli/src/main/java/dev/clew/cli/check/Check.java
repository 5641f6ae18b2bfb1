package dev.clew.cli.check;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Session;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;

import java.util.ArrayList;
import java.util.List;

/** {@code clew check FILE...}: tells what is wrong with programs without running them. */
public final class Check {
    private final CommandLine line;
    private final Session session;

    /** The command with its words. */
    public Check(StreamTable streams, CommandLine line) {
        this.line = line;
        this.session = new Session(streams);
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "check",
                "FILE...",
                "finds mistakes without running anything",
                """
                Reads the files as one program and prints, for each mistake, where it is, its line, and a
                mark below its column:

                  family.pl:3:24: warning: Unknown procedure: ancester/2. Maybe ancestor/2?

                Errors are what keeps a file from being loaded. Warnings are variables that occur only
                once, clauses that stand apart, calls of unknown procedures. Notes are procedures that
                nothing uses, if the program says where it starts. Directives are not run, except those
                that declare something.

                Ends with status 0 if there are no errors and no warnings, else 2.
                """,
                List.of(),
                false);
    }

    /** Checks; returns the exit status. */
    public int run() {
        if (line.operands().isEmpty()) {
            throw new UsageError("clew check needs a file.", "Maybe clew check FILE.");
        }
        Program program = new Program(session);
        for (String file : line.operands()) {
            program.require(file);
        }
        for (String file : line.operands()) {
            program.add(file);
        }
        List<Finding> findings = new ArrayList<>(program.findings());
        new Unknown(program).check(findings);
        new Unused(program).check(findings);
        findings.sort(Finding.BY_PLACE);
        print(findings);
        boolean clean = findings.stream().allMatch(f -> f.severity() == Severity.NOTE);
        return clean ? Exit.ANSWERED : Exit.WRONG;
    }

    private void print(List<Finding> findings) {
        PrologStream out = session.streams().userOutput();
        Marks marks = Marks.of(session.streams());
        for (Finding f : findings) {
            out.write(marks.show(f) + "\n");
        }
    }
}
