package dev.clew.cli.run;

import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.OutputError;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Session;
import dev.clew.cli.programs.SourceText;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Loader;
import dev.clew.rules.machine.Module;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code clew run FILE}: loads a program and runs its main goal once. */
public final class Run {
    private static final Atom MAIN = Atom.of("main");

    private final CommandLine line;
    private final Session session;

    /** The command with its words. */
    public Run(StreamTable streams, CommandLine line) {
        this.line = line;
        this.session = new Session(streams);
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "run",
                "FILE",
                "runs a program",
                """
                Loads the file and runs a goal once: that of its directive initialization(Goal, main), else
                `main`, if loading has not run it already. What the program writes is passed on. The
                arguments are the value of the flag `argv`, a list of atoms, and main/1 gets them if the
                program has no main/0 of its own.

                  clew run hello.pl
                  clew run sort.pl --goal "sort_file(in)" -- --reverse

                Ends with status 0 if the goal succeeds, 1 if it fails, 2 on an error, and N on halt(N).
                """,
                List.of(
                        Option.value("--goal", "GOAL", "the goal to run instead"),
                        Option.value("--timeout", "TIME", "stop after that time: 2s, 500ms, 1m")),
                true);
    }

    /** Runs the program; returns the exit status. */
    public int run() {
        if (line.operands().size() != 1) {
            throw new UsageError(
                    line.operands().isEmpty()
                            ? "clew run needs a file."
                            : "clew run takes one file, and there is another word ("
                                    + line.operands().get(1)
                                    + ").",
                    line.operands().isEmpty()
                            ? "Maybe clew run FILE."
                            : "Maybe put -- before the program's arguments.");
        }
        long timeout = line.nanos("--timeout", Long.MAX_VALUE);
        if (timeout != Long.MAX_VALUE) {
            session.machine().limits().setDeadline(System.nanoTime() + timeout);
        }
        session.setArguments(line.passedOn());
        try {
            return loadAndRun(line.operands().get(0));
        } catch (Interruption e) {
            if (e.reason() == Interruption.Reason.HALT) {
                throw e;
            }
            session.problems().say("Stopped early: a limit was reached.");
            return Exit.LIMIT;
        }
    }

    private int loadAndRun(String file) {
        Loader.Report report = session.load(file);
        if (report == null || report.errors() > 0) {
            session.problems()
                    .say("clew: The file (" + file + ") has errors, so nothing more was run.");
            return report != null && report.failedOutside() ? Exit.OUTSIDE : Exit.WRONG;
        }
        String given = line.value("--goal");
        if (given != null) {
            rejectBlank(given);
            Term goal = parse(given);
            return goal == null ? Exit.WRONG : solve(goal, session.db().user());
        }
        Term goal = report.mainGoal();
        if (goal != null) {
            return solve(goal, session.db().user());
        } else if (report.started() == Loader.Started.PROGRAM) {
            return Exit.ANSWERED;
        }
        return main(file, report);
    }

    private int main(String file, Loader.Report report) {
        for (Module module : List.of(session.db().user(), report.module())) {
            for (int arity = 0; arity <= 1; arity++) {
                if (module.visible(Functor.of(MAIN, arity)) != null) {
                    return solve(MAIN, module);
                }
            }
        }
        if (report.started() == Loader.Started.DIRECTIVES) {
            return Exit.ANSWERED;
        }
        throw new UsageError(
                "The file (" + file + ") has no main/0 and no initialization goal.",
                "Maybe name a goal: --goal GOAL.");
    }

    private static void rejectBlank(String goal) {
        if (goal.isBlank()) {
            throw new UsageError("The goal is empty.", "Maybe --goal main.");
        }
    }

    private @Nullable Term parse(String text) {
        SourceText source = new SourceText("goal", text);
        try {
            return Query.parse(session.machine(), text).plain().goal();
        } catch (SyntaxError e) {
            session.problems().say(source.finding(e.line(), e.column(), "error", e.sentence()));
        } catch (Query.MoreThanOne e) {
            session.problems()
                    .say(
                            source.finding(
                                    e.line(), e.column(), "error", "The goal ends before this."));
        }
        return null;
    }

    private int solve(Term goal, Module module) {
        try {
            if (session.machine().solve(goal, module)) {
                session.machine().close();
                return Exit.ANSWERED;
            }
            session.problems().say("Warning: The goal (" + text(goal) + ") failed.");
            return Exit.NO;
        } catch (PrologError e) {
            OutputError.rethrow(e, session.streams().userOutput());
            session.problems().report(e);
            return session.problems().status(e);
        }
    }

    private String text(Term goal) {
        Term plain = goal.deref();
        if (plain instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() == Atom.USER) {
            plain = s.args[1].deref();
        }
        return TermWriter.toText(session.db().user().operators(), WriteOptions.writeq(), plain);
    }
}
