package dev.clew.cli.validate;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.plan.TaskFiles;
import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.validation.Validator;
import dev.clew.plans.pddl.validation.Verdict;
import dev.clew.rules.streams.StreamTable;

import java.util.List;

/** {@code clew validate DOMAIN PROBLEM PLAN}: checks a plan. */
public final class Validate {
    private final StreamTable streams;
    private final CommandLine line;
    private final TaskFiles files;

    /** The command with its words. */
    public Validate(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
        this.files = new TaskFiles(streams);
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "validate",
                "DOMAIN PROBLEM PLAN",
                "checks a plan for a PDDL problem",
                """
                Carries a plan out as the texts of the domain and the problem say, without the code that
                finds plans. PLAN is a file as `clew plan` writes it: (ACTION OBJECT ...), one a line.

                  clew validate domain.pddl problem.pddl plan

                Prints the number of steps and the cost of a right plan; of a wrong one the first action that
                cannot be done and why, or what of the goal is not reached. Ends with status 0 if the plan is
                right, 1 if it is wrong, 2 if a file has an error.
                """,
                List.of(),
                false);
    }

    /** Checks; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        if (words.size() != 3) {
            throw new UsageError(
                    "clew validate needs a domain, a problem and a plan.",
                    "Maybe clew validate domain.pddl problem.pddl plan.");
        }
        try {
            PlanningTask task = files.task(words.get(0), words.get(1));
            return tell(words.get(2), new Validator(task).check(files.source(words.get(2))));
        } catch (PddlError e) {
            files.say(e.getMessage());
            return Exit.WRONG;
        }
    }

    private int tell(String name, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid v -> {
                String steps = v.steps() == 1 ? "1 step" : v.steps() + " steps";
                streams.userOutput()
                        .write(
                                name
                                        + ": right, "
                                        + steps
                                        + ", cost "
                                        + v.cost().toPlainString()
                                        + "\n");
                yield Exit.ANSWERED;
            }
            case Verdict.Invalid i -> {
                StringBuilder text = new StringBuilder(name).append(": wrong\n  ");
                text.append(i.place()).append(": ").append(i.sentence()).append('\n');
                i.reasons().forEach(r -> text.append("  ").append(r).append('\n'));
                streams.userOutput().write(text.toString());
                yield Exit.NO;
            }
        };
    }
}
