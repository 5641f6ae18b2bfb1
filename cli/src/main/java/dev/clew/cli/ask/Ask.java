package dev.clew.cli.ask;

import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Session;
import dev.clew.cli.programs.SourceText;
import dev.clew.cli.why.WhyForm;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.SyntaxError;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code clew ask FILE... GOAL}: loads programs and prints the answers of a goal. */
public final class Ask {
    private static final long DEFAULT_LIMIT = 10;

    private final CommandLine line;
    private final Session session;
    private final Printer printer;
    private final long started = System.nanoTime();

    /** The command with its words. */
    public Ask(StreamTable streams, CommandLine line) {
        this.line = line;
        this.session = new Session(streams);
        WhyForm form = form(line);
        this.printer =
                line.has("--json") || form.isJson()
                        ? new JsonPrinter(session)
                        : new TextPrinter(session, form);
    }

    private static WhyForm form(CommandLine line) {
        String given = line.value("--why");
        long depth = line.count("--why-depth", WhyForm.DEFAULT_DEPTH);
        return WhyForm.named(given == null ? "" : given, (int) Math.min(depth, Integer.MAX_VALUE));
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "ask",
                "FILE... GOAL",
                "prints the answers of a goal",
                """
                Loads the files and prints the answers of the goal, one a line, on standard output;
                everything else goes to standard error. Prints `true` for an answer without variables
                and `no` if there is no answer. Variables that start with _ are not shown. What must
                still hold of a variable follows the values: dif(X, a).

                  clew ask family.pl "ancestor(X, bob)"
                  clew ask "member(X, [a, b])"

                With --assume and --without, shows how the answers change: + marks those that come, -
                those that go, ~ those that hold for another reason; and what has changed in the proof.

                Stops after 10 answers unless told otherwise. Ends with status 0 if there is an answer,
                1 if there is none, 2 if the files or the goal have an error, 3 if it stopped early,
                4 if something outside failed, such as a database. The drivers of databases that the
                files read are looked for in the jars that CLEW_CLASSPATH names, separated by `:`.
                """,
                List.of(
                        Option.value("--limit", "N", "stop after N answers"),
                        Option.flag("--all", "print all answers"),
                        Option.optional(
                                "--why",
                                "FORM",
                                "show why each answer holds, as text, json, mermaid, dot or"
                                        + " rules"),
                        Option.value("--why-depth", "N", "show N levels of a proof, not 6"),
                        Option.flag(
                                "--why-shortest",
                                "show the smallest proof of each answer, among the first 1,000"),
                        Option.flag("--why-not", "if there is no answer, tell why"),
                        Option.value(
                                "--assume", "FACT", "what if FACT were true? (may be repeated)"),
                        Option.value(
                                "--without", "FACT", "what if FACT were not there? (likewise)"),
                        Option.value("--timeout", "TIME", "stop after that time: 2s, 500ms, 1m"),
                        Option.value("--inferences", "N", "stop after N calls"),
                        Option.flag(
                                "--json",
                                "print JSON, one object a line (see docs/reference/json.md)")),
                false);
    }

    /** Asks; returns the exit status. */
    public int run() {
        List<String> operands = line.operands();
        if (operands.isEmpty()) {
            throw new UsageError("clew ask needs a goal.", "Maybe clew ask FILE \"GOAL\".");
        }
        String text = operands.get(operands.size() - 1);
        rejectFile(text);
        if (text.isBlank()) {
            throw new UsageError("The goal is empty.", "Maybe clew ask FILE \"GOAL\".");
        } else if (line.has("--all") && line.has("--limit")) {
            throw new UsageError("The options --all and --limit exclude each other.", null);
        }
        long limit = line.has("--all") ? Long.MAX_VALUE : line.count("--limit", DEFAULT_LIMIT);
        long timeout = line.nanos("--timeout", Long.MAX_VALUE);
        long inferences = line.count("--inferences", Long.MAX_VALUE);
        if (timeout != Long.MAX_VALUE) {
            session.machine().limits().setDeadline(started + timeout);
        }
        Asking asking = new Asking(session, printer, limit, started);
        try {
            if (!session.load(operands.subList(0, operands.size() - 1))) {
                int status = asking.wrong("The files have errors, so the goal was not asked.");
                return session.failedOutside() ? Exit.OUTSIDE : status;
            }
        } catch (Interruption e) {
            return asking.interrupted(e);
        }
        session.machine().limits().setInferences(inferences);
        Query query = parse(text, asking);
        if (query == null) {
            return Exit.WRONG;
        }
        List<String> assumed = line.values("--assume");
        List<String> removed = line.values("--without");
        if (!assumed.isEmpty() || !removed.isEmpty()) {
            boolean why = line.has("--why") || line.has("--why-depth");
            return new WhatIf(session, asking, printer).run(query, assumed, removed, why);
        }
        boolean whyNot = line.has("--why-not");
        if (line.has("--why-shortest")) {
            return asking.runShortest(query, whyNot);
        } else if (line.has("--why") || line.has("--why-depth")) {
            return asking.runProving(query, whyNot);
        }
        return asking.run(query, whyNot);
    }

    private void rejectFile(String text) {
        if (session.streams().surroundings().file(text).isFile()) {
            throw new UsageError(
                    "The last word (" + text + ") is a file, and must be a goal.",
                    "Maybe clew ask " + text + " \"GOAL\", or clew run " + text + ".");
        }
    }

    private @Nullable Query parse(String text, Asking asking) {
        SourceText source = new SourceText("goal", text);
        try {
            return Query.parse(session.machine(), text).plain();
        } catch (SyntaxError e) {
            asking.wrongGoal(source, e.line(), e.column(), e.sentence());
        } catch (Query.MoreThanOne e) {
            asking.wrongGoal(source, e.line(), e.column(), "The goal ends before this.");
        }
        return null;
    }
}
