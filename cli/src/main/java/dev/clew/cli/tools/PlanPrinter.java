package dev.clew.cli.tools;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.goals.Outcome;
import dev.clew.goals.proofs.Writing;
import dev.clew.plans.tools.CallPlan;
import dev.clew.plans.tools.Need;
import dev.clew.plans.tools.PlanJson;
import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.Question;
import dev.clew.plans.tools.catalogue.Json;
import dev.clew.rules.streams.StreamTable;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints plans, or why there is none. */
final class PlanPrinter {
    private final StreamTable streams;
    private final CommandLine line;

    PlanPrinter(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** Prints what came of a search; returns the exit status. */
    int print(Planned planned) {
        return print(planned, false);
    }

    /** The same with what is given in its places. */
    int printDry(Planned planned) {
        return print(planned, true);
    }

    private int print(Planned planned, boolean withValues) {
        return switch (planned) {
            case Planned.Found found -> {
                tell(found, withValues);
                yield Exit.ANSWERED;
            }
            case Planned.Missing missing -> {
                tell(missing);
                yield Exit.NO;
            }
            case Planned.Stopped stopped -> {
                tell(stopped);
                yield Exit.LIMIT;
            }
        };
    }

    private static Writing<Need> writing() {
        return Writing.with(Need::toString);
    }

    private void tell(Planned.Found found, boolean withValues) {
        CallPlan plan = found.plan();
        if (line.has("--mermaid")) {
            write(writing().mermaid(found.proof()));
        } else if (line.has("--dot")) {
            write(writing().dot(found.proof()));
        } else if (line.has("--json")) {
            Map<String, @Nullable Object> json = started("plan");
            json.putAll(PlanJson.of(plan));
            json.put("optimal", found.isOptimal());
            write(Json.write(json) + "\n");
        } else {
            write(withValues ? plan.textWithValues() : plan.text());
            if (line.has("--why")) {
                write("\n" + writing().text(found.proof()));
            }
            plan.notes().forEach(note -> ToolsCommand.say(streams, "; " + note));
        }
    }

    private void tell(Planned.Missing missing) {
        if (line.has("--json")) {
            Map<String, @Nullable Object> json = started("impossible");
            json.put("missing", PlanJson.of(missing.questions()));
            write(Json.write(json) + "\n");
            return;
        }
        write("no\n");
        StringBuilder text = new StringBuilder("; There is no plan. ");
        text.append("With this there would be one:\n");
        for (Question question : missing.questions()) {
            text.append(";   --have ").append(question.type()).append(':');
            text.append(question.answerName()).append("=...");
            if (!question.neededBy().isEmpty()) {
                text.append("  for ").append(String.join(", ", question.neededBy()));
            }
            text.append('\n');
        }
        ToolsCommand.say(streams, text.toString());
        if (line.has("--why")) {
            ToolsCommand.say(streams, writing().text(missing.proof()));
        }
    }

    private void tell(Planned.Stopped stopped) {
        String reason = stopped.limit().name().toLowerCase(Locale.ROOT);
        if (line.has("--json")) {
            Map<String, @Nullable Object> json = started("out of budget");
            json.put("reason", reason);
            write(Json.write(json) + "\n");
            return;
        }
        ToolsCommand.say(
                streams,
                "; Stopped early: "
                        + switch (stopped.limit()) {
                            case Outcome.Limit.TIME ->
                                    "the time is over. Maybe give more: --timeout 1m.";
                            case Outcome.Limit.EXPANSIONS ->
                                    "so many needs were looked at as were allowed. Maybe give more:"
                                            + " --expansions 100000.";
                            case Outcome.Limit.CALLS,
                                    Outcome.Limit.MONEY,
                                    Outcome.Limit.MEMORY,
                                    Outcome.Limit.CANCELLED,
                                    Outcome.Limit.STRATEGY,
                                    Outcome.Limit.FAILURES ->
                                    reason + ".";
                        });
    }

    private static Map<String, @Nullable Object> started(String outcome) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("outcome", outcome);
        return json;
    }

    private void write(String text) {
        streams.userOutput().write(text);
    }
}
