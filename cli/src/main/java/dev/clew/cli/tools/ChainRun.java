package dev.clew.cli.tools;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.UsageError;
import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.ToolPlanner;
import dev.clew.plans.tools.Want;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Json;
import dev.clew.plans.tools.running.Chain;
import dev.clew.plans.tools.running.Journal;
import dev.clew.plans.tools.running.Made;
import dev.clew.plans.tools.running.Report;
import dev.clew.plans.tools.running.ReportJson;
import dev.clew.plans.tools.running.Runner;
import dev.clew.rules.streams.StreamTable;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a chain of calls and prints what came of it. */
final class ChainRun {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final StreamTable streams;
    private final CommandLine line;
    private final Catalogue catalogue;

    ChainRun(StreamTable streams, CommandLine line, Catalogue catalogue) {
        this.streams = streams;
        this.line = line;
        this.catalogue = catalogue;
    }

    /** Plans and runs; returns the exit status. */
    int run(ToolPlanner planner, Want want) {
        String replayed = line.value("--replay");
        String resumed = line.value("--resume");
        String recorded = line.value("--record");
        if ((replayed != null ? 1 : 0) + (resumed != null ? 1 : 0) + (recorded != null ? 1 : 0)
                > 1) {
            throw new UsageError(
                    "Only one of --record, --resume and --replay can be given.",
                    "Maybe --resume FILE: it records too.");
        }
        String written = resumed != null ? resumed : recorded;
        if (written == null) {
            return run(planner, want, journal(replayed, text -> {}), replayed != null);
        }
        Path file = streams.surroundings().file(written).toPath();
        StandardOpenOption option =
                resumed != null ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW;
        Journal known = resumed == null ? null : journal(resumed, text -> {});
        try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.WRITE, option)) {
            Consumer<String> lines = text -> append(writer, text);
            Journal journal = known == null ? new Journal(lines) : journal(resumed, lines);
            return run(planner, want, journal, false);
        } catch (FileAlreadyExistsException e) {
            throw new UsageError(
                    "There is a file (" + written + ") already.",
                    "Maybe --resume " + written + " to go on with it.");
        } catch (IOException | UncheckedIOException e) {
            throw new UsageError("The file (" + written + ") cannot be written.", null);
        }
    }

    private Journal journal(@Nullable String name, Consumer<String> lines) {
        Journal journal = new Journal(lines);
        return name == null ? journal : journal.read(CatalogueFiles.source(streams, name));
    }

    private static void append(Writer writer, String text) {
        try {
            writer.write(text + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(ToolPlanner planner, Want want, Journal journal, boolean callsNothing) {
        int attempts = (int) Math.min(line.count("--attempts", ATTEMPTS), 1000);
        Runner runner = new Runner(catalogue.types()).withAttempts(attempts, PAUSE);
        if (!callsNothing && !line.has("--no-detour")) {
            Chain chain = Chain.run(planner, catalogue, want, runner, journal);
            Report last = chain.last();
            return last == null
                    ? new PlanPrinter(streams, line).print(chain.planned())
                    : tell(chain.reports(), last);
        }
        Planned planned = planner.plan(want);
        if (!(planned instanceof Planned.Found found)) {
            return new PlanPrinter(streams, line).print(planned);
        }
        Runner ready = callsNothing ? runner.replaying(journal) : runner.with(journal);
        Report report = ready.run(found.plan());
        return tell(List.of(report), report);
    }

    private int tell(List<Report> reports, Report last) {
        if (line.has("--json")) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("version", 1);
            json.put("outcome", last.isDone() ? "done" : "failed");
            json.put("value", last.value());
            json.put("calls", ReportJson.of(last));
            streams.userOutput().write(Json.write(json) + "\n");
        } else if (last.isDone()) {
            streams.userOutput().write(Json.write(last.value()) + "\n");
        }
        for (Report report : reports) {
            tellFailures(report);
        }
        if (!last.isDone()) {
            tellResults(last);
        }
        return last.isDone() ? Exit.ANSWERED : Exit.OUTSIDE;
    }

    private void tellFailures(Report report) {
        for (Made.Failed failed : report.failures()) {
            String tries = failed.attempts() > 1 ? " after " + failed.attempts() + " tries" : "";
            ToolsCommand.say(
                    streams, "; " + failed.call() + " failed" + tries + ": " + failed.why());
        }
    }

    /** What was reached nevertheless is not lost. */
    private void tellResults(Report report) {
        for (Made made : report.calls()) {
            if (made instanceof Made.Done done) {
                ToolsCommand.say(
                        streams, "; " + done.call() + " returned " + Json.write(done.value()));
            }
        }
    }
}
