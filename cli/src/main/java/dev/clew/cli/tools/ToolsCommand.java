package dev.clew.cli.tools;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Nearest;
import dev.clew.goals.Budget;
import dev.clew.plans.tools.Given;
import dev.clew.plans.tools.Givens;
import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.ToolPlanner;
import dev.clew.plans.tools.Want;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code clew tools plan|run|list CATALOGUE...}: chains tools. */
public final class ToolsCommand {
    private static final List<String> SUBCOMMANDS = List.of("plan", "run", "list");

    private final StreamTable streams;
    private final CommandLine line;

    /** The command with its words. */
    public ToolsCommand(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "tools",
                "plan|run|list CATALOGUE...",
                "chains tools and services to what is wanted",
                """
                Finds calls of tools that lead from what is given to what is wanted: the tool that returns it,
                the tools that return what that one needs, and so on. A CATALOGUE is a file that declares tools
                (YAML or JSON), an OpenAPI 3 document, or a list of MCP tools.

                  clew tools plan --want weather --have city=Oslo examples/tools/weather.yaml
                  clew tools run  --want weather --have city=Oslo examples/tools/weather.yaml
                  clew tools list examples/tools/weather.yaml

                `plan` prints the calls, $1.lat being the field `lat` of what call 1 returns; nothing is called.
                `run` makes them, those at once that do not need each other, and prints the result as JSON. A
                call that changes something each time is never made twice. `list` prints what there is.

                What is wanted is TYPE or TYPE:NAME. What is given is NAME=VALUE, TYPE:NAME=VALUE, or a TYPE
                alone, which is enough for a plan. With --java the methods of a class are tools that are marked
                so. Ends with status 0 if there is a plan and its calls succeed,
                1 if there is no plan (standard error tells what would have to be given), 2 if a file or the
                command line is wrong, 3 if it stopped early, 4 if a call failed.
                """,
                List.of(
                        Option.value("--want", "TYPE[:NAME]", "what is wanted"),
                        Option.value("--have", "GIVEN", "what is given; may be repeated"),
                        Option.value("--java", "CLASS", "the marked methods of CLASS are tools"),
                        Option.value("--class-path", "PATH", "where CLASS is found"),
                        Option.flag("--json", "print JSON"),
                        Option.flag("--why", "print what each call is needed for"),
                        Option.flag("--mermaid", "print the plan as a flowchart of Mermaid"),
                        Option.flag("--dot", "print the plan as a graph of Graphviz"),
                        Option.flag("--dry-run", "run: print the calls, but make none"),
                        Option.value("--record", "FILE", "run: write each call to FILE"),
                        Option.value("--resume", "FILE", "run: go on with a recorded run"),
                        Option.value("--replay", "FILE", "run: take all results from FILE"),
                        Option.value("--attempts", "N", "run: try a call N times; 3 without this"),
                        Option.value("--call-timeout", "TIME", "run: stop a call after it; 30s"),
                        Option.value("--header", "LINE", "run: send it, such as 'X-Key: secret'"),
                        Option.value("--server", "URL", "where services are, not as they say"),
                        Option.flag("--no-detour", "run: do not plan around what failed"),
                        Option.value("--timeout", "TIME", "stop searching after that time"),
                        Option.value("--expansions", "N", "stop searching after N needs")),
                false);
    }

    /** Does what the first word says; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        String first = words.isEmpty() ? "" : words.getFirst();
        if (!SUBCOMMANDS.contains(first)) {
            String near = first.isEmpty() ? null : Nearest.of(first, SUBCOMMANDS);
            throw new UsageError(
                    first.isEmpty()
                            ? "clew tools needs to know what to do."
                            : "clew tools cannot (" + first + ").",
                    near == null
                            ? "Maybe clew tools plan --want TYPE --have NAME=VALUE CATALOGUE."
                            : "Maybe clew tools " + near + "?");
        } else if (words.size() < 2 && !line.has("--java")) {
            throw new UsageError(
                    "clew tools " + first + " needs a catalogue.",
                    "Maybe clew tools " + first + " tools.yaml.");
        }
        try {
            Catalogue catalogue =
                    new CatalogueFiles(streams, line).read(words.subList(1, words.size()));
            return switch (first) {
                case "list" -> new ToolList(streams, catalogue).print(line.has("--json"));
                case "plan" -> plan(catalogue);
                default -> run(catalogue);
            };
        } catch (CatalogueError e) {
            say(streams, e.getMessage());
            return Exit.WRONG;
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private int plan(Catalogue catalogue) {
        Want want = want(catalogue);
        Planned planned = planner(catalogue).plan(want);
        return new PlanPrinter(streams, line).print(planned);
    }

    private int run(Catalogue catalogue) {
        Want want = want(catalogue);
        List<Given> givens = givens(catalogue);
        if (line.has("--dry-run")) {
            Planned planned = planner(catalogue).plan(want);
            return new PlanPrinter(streams, line).printDry(planned);
        }
        for (Given given : givens) {
            if (given.value() == null) {
                throw new UsageError(
                        "A run needs the value of `" + given.name() + "`.",
                        "Maybe --have " + given.name() + "=VALUE, or clew tools plan.");
            }
        }
        return new ChainRun(streams, line, catalogue).run(planner(catalogue), want);
    }

    private Want want(Catalogue catalogue) {
        String text = line.value("--want");
        if (text == null) {
            throw new UsageError("clew tools needs to know what is wanted.", "Maybe --want TYPE.");
        }
        try {
            return Givens.want(text, catalogue.types());
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private ToolPlanner planner(Catalogue catalogue) {
        long nanos = line.nanos("--timeout", 0);
        Budget budget = Budget.ofExpansions(line.count("--expansions", Long.MAX_VALUE));
        return ToolPlanner.of(catalogue, givens(catalogue))
                .within(nanos == 0 ? budget : budget.withTime(Duration.ofNanos(nanos)));
    }

    private List<Given> givens(Catalogue catalogue) {
        List<Given> givens = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String text : line.values("--have")) {
            try {
                Given given = Givens.parse(text, catalogue);
                if (!names.add(given.name())) {
                    throw new UsageError(
                            "(" + given.name() + ") is given twice.",
                            "Maybe give one of them another name.");
                }
                givens.add(given);
            } catch (IllegalArgumentException e) {
                throw wrong(e);
            }
        }
        return givens;
    }

    private static UsageError wrong(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0
                ? new UsageError(message, null)
                : new UsageError(message.substring(0, end), message.substring(end + 1));
    }

    /** Prints lines on standard error. */
    static void say(StreamTable streams, String text) {
        streams.userOutput().flush();
        PrologStream error = streams.userError();
        error.write(text.endsWith("\n") ? text : text + "\n");
        error.flush();
    }
}
