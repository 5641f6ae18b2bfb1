package dev.clew.cli.plan;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.plans.pddl.Budget;
import dev.clew.plans.pddl.Outcome;
import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.Planner;
import dev.clew.plans.pddl.Unsupported;
import dev.clew.plans.pddl.Used;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.rules.json.Json;
import dev.clew.rules.streams.StreamTable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code clew plan DOMAIN PROBLEM}: finds what to do. */
public final class PlanCommand {
    private final StreamTable streams;
    private final CommandLine line;
    private final TaskFiles files;

    /** The command with its words. */
    public PlanCommand(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
        this.files = new TaskFiles(streams);
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "plan",
                "DOMAIN PROBLEM",
                "finds what to do in a PDDL problem",
                """
                Finds actions that lead from the initial state of a planning problem to its goal, and
                prints them on standard output, one a line, with their cost behind a semicolon. DOMAIN and
                PROBLEM are files in PDDL: STRIPS with types, negative and disjunctive preconditions,
                equality, quantifiers, conditional effects, derived predicates and action costs.

                  clew plan examples/delivery/domain.pddl examples/delivery/problem.pddl

                What was used is told on standard error. Ends with status 0 if there is a plan, 1 if it is
                proved that there is none, 2 if a file has an error, 3 if it stopped early.
                """,
                List.of(
                        Option.flag("--optimal", "find a plan than which none is cheaper"),
                        Option.value(
                                "--estimate", "NAME", "by lm-cut (the default), hmax or blind"),
                        Option.flag("--forward", "search from the initial state"),
                        Option.flag("--backward", "search from the goal; the plan is optimal"),
                        Option.flag("--both", "search from both ends; the plan is optimal"),
                        Option.value("--timeout", "TIME", "stop after that time: 2s, 500ms, 1m"),
                        Option.value("--expansions", "N", "stop after N expanded states"),
                        Option.flag("--quiet", "do not tell what was used"),
                        Option.flag("--json", "print JSON")),
                false);
    }

    /** Plans; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        if (words.size() != 2) {
            throw new UsageError(
                    "clew plan needs a domain and a problem.",
                    "Maybe clew plan domain.pddl problem.pddl.");
        }
        try {
            PlanningTask task = files.task(words.get(0), words.get(1));
            Optimality optimal = Optimality.of(line);
            Outcome outcome =
                    optimal == null
                            ? new Planner(task).plan(budget())
                            : optimal.planner(task).plan(budget());
            return line.has("--json") ? tellJson(outcome) : tell(outcome);
        } catch (PddlError e) {
            files.say(e.getMessage());
            return Exit.WRONG;
        } catch (Unsupported e) {
            throw new UsageError(e.sentence(), e.hint());
        }
    }

    private Budget budget() {
        Budget all = Budget.unlimited();
        long nanos = line.nanos("--timeout", 0);
        return new Budget(
                nanos == 0 ? all.time() : Duration.ofNanos(nanos),
                line.count("--expansions", Long.MAX_VALUE));
    }

    private int tell(Outcome outcome) {
        int status =
                switch (outcome) {
                    case Outcome.Solved s -> {
                        streams.userOutput().write(s.plan().text());
                        if (s.isOptimal()) {
                            files.say("; optimal");
                        } else if (line.has("--optimal")) {
                            files.say("; Stopped early: there may be cheaper plans.");
                        }
                        yield status(s);
                    }
                    case Outcome.Impossible i -> {
                        streams.userOutput().write("no\n");
                        files.say("; There is no plan. " + i.why());
                        yield Exit.NO;
                    }
                    case Outcome.OutOfBudget o -> {
                        files.say(stopped(o));
                        yield Exit.LIMIT;
                    }
                };
        if (!line.has("--quiet")) {
            files.say(used(outcome.used()));
        }
        return status;
    }

    /** A plan that was found before the limit is shown, but it does not answer for the cheapest. */
    private int status(Outcome.Solved s) {
        return s.isOptimal() || !line.has("--optimal") ? Exit.ANSWERED : Exit.LIMIT;
    }

    private static String stopped(Outcome.OutOfBudget o) {
        String bound = o.bound() > 0 ? " Every plan costs at least " + o.bound() + "." : "";
        return "; Stopped early: "
                + switch (o.reason()) {
                    case TIME -> "the time is over. Maybe give more: --timeout 10m.";
                    case MEMORY -> "the memory is used up. Maybe give more: CLEW_JAVA_OPTS=-Xmx8g.";
                    case EXPANSIONS -> "so many states were expanded as were allowed.";
                    case CANCELLED -> "it was cancelled.";
                }
                + bound;
    }

    private static String used(Used u) {
        return "; "
                + u.actions()
                + " actions, "
                + u.facts()
                + " facts; "
                + u.expanded()
                + " expanded, "
                + u.evaluated()
                + " evaluated; "
                + seconds(u.total())
                + " s, "
                + (u.memory() >> 20)
                + " MB; "
                + u.by();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }

    private int tellJson(Outcome outcome) {
        Json json = new Json().open();
        int status =
                switch (outcome) {
                    case Outcome.Solved s -> {
                        json.key("outcome").text("solved").key("plan").texts(s.plan().steps());
                        json.key("cost").raw(s.plan().cost().toPlainString());
                        json.key("optimal").truth(s.isOptimal());
                        yield status(s);
                    }
                    case Outcome.Impossible i -> {
                        json.key("outcome").text("impossible").key("why").text(i.why());
                        yield Exit.NO;
                    }
                    case Outcome.OutOfBudget o -> {
                        json.key("outcome").text("out of budget");
                        json.key("reason").text(o.reason().name().toLowerCase(Locale.ROOT));
                        json.key("bound").number(o.bound());
                        yield Exit.LIMIT;
                    }
                };
        Used u = outcome.used();
        json.key("used").open();
        json.key("actions").number(u.actions()).key("facts").number(u.facts());
        json.key("expanded").number(u.expanded()).key("evaluated").number(u.evaluated());
        json.key("generated").number(u.generated());
        json.key("wall_ms").number(u.total() / 1_000_000);
        json.key("memory").number(u.memory()).key("by").text(u.by()).close();
        streams.userOutput().write(json.close() + "\n");
        return status;
    }
}
