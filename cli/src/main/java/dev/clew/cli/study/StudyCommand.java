package dev.clew.cli.study;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Nearest;
import dev.clew.cli.programs.Texts;
import dev.clew.rules.json.Json;
import dev.clew.rules.streams.StreamTable;
import dev.clew.studies.Studies;
import dev.clew.studies.Study;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** {@code clew study [NAME]}: lists the studies or runs one. */
public final class StudyCommand {
    private final StreamTable streams;
    private final CommandLine line;

    /** The command with its words. */
    public StudyCommand(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "study",
                "[NAME]",
                "reproduces a published claim",
                """
                Lists the studies, one a line with the name first; with NAME runs that one and prints its
                table. Each reproduces a published claim and shows a setting in which there is no gain.
                The same seed gives the same table to the byte.

                  clew study
                  clew study backtrack-or-not --seed 7
                """,
                List.of(
                        Option.value(
                                "--seed",
                                "N",
                                "the seed of what is drawn at random; 1 if left out"),
                        Option.value(
                                "--plot", "FILE", "write a picture too, as SVG, if there is one"),
                        Option.flag("--json", "list the studies as JSON")),
                false);
    }

    /** Lists or runs; returns the exit status. */
    public int run() {
        if (line.operands().isEmpty()) {
            streams.userOutput().write(line.has("--json") ? json() : list());
            return Exit.ANSWERED;
        }
        String name = String.join("-", line.operands());
        Study study = Studies.named(name).orElse(null);
        if (study == null) {
            throw unknown(name);
        }
        return run(study, seed());
    }

    private int run(Study study, long seed) {
        String name = line.value("--plot");
        String picture = name == null ? null : study.plot(seed).orElse(null);
        if (name != null && picture == null) {
            throw new UsageError("The study (" + study.name() + ") has no picture.", null);
        }
        streams.userOutput().write(study.run(seed));
        return name == null || picture == null ? Exit.ANSWERED : write(name, picture);
    }

    private int write(String name, String picture) {
        try {
            Files.writeString(streams.surroundings().file(name).toPath(), picture);
            return Exit.ANSWERED;
        } catch (IOException e) {
            new Texts(streams).say("clew: The file (" + name + ") cannot be written.");
            return Exit.OUTSIDE;
        }
    }

    private long seed() {
        String text = line.value("--seed");
        try {
            return text == null ? 1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageError(
                    "The argument (" + text + ") of --seed must be a whole number.", null);
        }
    }

    private static UsageError unknown(String name) {
        List<String> names = new ArrayList<>();
        for (Study study : Studies.all()) {
            names.add(study.name());
        }
        @Nullable String near = Nearest.of(name, names);
        return new UsageError(
                "There is no study (" + name + ").",
                near == null ? "Maybe see `clew study`." : "Maybe `clew study " + near + "`?");
    }

    private static String list() {
        int width = 0;
        for (Study study : Studies.all()) {
            width = Math.max(width, study.name().length());
        }
        StringBuilder text = new StringBuilder();
        for (Study study : Studies.all()) {
            text.append(study.name()).append(" ".repeat(width - study.name().length() + 2));
            text.append(study.claim()).append('\n');
        }
        return text.toString();
    }

    private static String json() {
        Json json = new Json().openArray();
        for (Study study : Studies.all()) {
            json.open().key("name").text(study.name()).key("claim").text(study.claim()).close();
        }
        return json.closeArray() + "\n";
    }
}
