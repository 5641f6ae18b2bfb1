package dev.clew.cli.tell;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Session;
import dev.clew.cli.programs.SourceText;
import dev.clew.goals.Budget;
import dev.clew.plans.stories.Demands;
import dev.clew.plans.stories.Simulator;
import dev.clew.plans.stories.Story;
import dev.clew.plans.stories.StoryForms;
import dev.clew.plans.stories.Storyteller;
import dev.clew.plans.stories.Telling;
import dev.clew.plans.stories.World;
import dev.clew.plans.stories.WorldError;
import dev.clew.rules.json.Json;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.SyntaxError;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** {@code clew tell WORLD ENDING}: tells how it came to that. */
public final class Tell {
    private final StreamTable streams;
    private final CommandLine line;

    /** The command with its words. */
    public Tell(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "tell",
                "WORLD ENDING",
                "tells a story from its ending backward",
                """
                Works backward from an ending to the opening of a world, and tells what happened: each event
                with the goals of those who act and with the events that made it possible. WORLD is a file of
                Prolog facts: title/1, character/2, name/2, opening/1, action/5. ENDING is a conjunction of
                conditions, or of actions that are to happen.

                  clew tell examples/stories/tower.pl "saved(mira, jester)"

                Every story is played by a simulator before it is told. Ends with status 0 if there is a
                story, 1 if it is proved that there is none, 2 if the world or the ending has an error, 3 if
                the search stopped early.
                """,
                List.of(
                        Option.flag("--plain", "tell the events only, not why"),
                        Option.flag("--json", "print JSON"),
                        Option.flag("--mermaid", "print the causal graph for Mermaid"),
                        Option.flag("--dot", "print the causal graph for Graphviz"),
                        Option.value(
                                "--events",
                                "N",
                                "tell at most N events, "
                                        + Storyteller.USUAL_EVENTS
                                        + " if not given"),
                        Option.value("--timeout", "TIME", "stop after that time: 2s, 500ms, 1m"),
                        Option.value("--expansions", "N", "stop after N partial plots")),
                false);
    }

    /** Tells; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        if (words.size() != 2) {
            throw new UsageError(
                    "clew tell needs a world and an ending.",
                    "Maybe clew tell examples/stories/tower.pl \"saved(mira, jester)\".");
        }
        long events = line.count("--events", Storyteller.USUAL_EVENTS);
        if (events > Storyteller.MAX_EVENTS) {
            throw new UsageError(
                    "The argument ("
                            + events
                            + ") of --events must be at most "
                            + Storyteller.MAX_EVENTS
                            + ".",
                    null);
        }
        WorldFile file = new WorldFile(new Session(streams));
        SourceText text = new SourceText("ending", words.get(1));
        try {
            World world = world(file, words.get(0));
            Demands ending = file.ending(words.get(1), world);
            Storyteller teller = new Storyteller(world).withEvents((int) events);
            return tell(world, ending, teller.tell(ending, budget()));
        } catch (WorldError e) {
            return tellWrong(text, e);
        } catch (SyntaxError e) {
            return tellWrong(text, e);
        } catch (Told e) {
            return Exit.WRONG;
        }
    }

    /** The world is wrong, which has been told. */
    private static final class Told extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Told() {
            super(null, null, false, false);
        }
    }

    private World world(WorldFile file, String name) {
        File path = streams.surroundings().file(name);
        if (!path.isFile()) {
            throw Session.missing(path, name);
        }
        String content;
        try {
            content = new String(Files.readAllBytes(path.toPath()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageError("The file (" + name + ") cannot be read.", null);
        }
        SourceText text = new SourceText(name, content);
        try {
            return file.read(content);
        } catch (WorldError e) {
            tellWrong(text, e);
        } catch (SyntaxError e) {
            tellWrong(text, e);
        }
        throw new Told();
    }

    private int tellWrong(SourceText text, WorldError e) {
        long at = Math.max(0, e.place().offset());
        String hint = e.hint();
        String sentence = hint == null ? e.sentence() : e.sentence() + " " + hint;
        say(text.finding(text.lineOf(at), text.columnOf(at), "error", sentence));
        return Exit.WRONG;
    }

    private int tellWrong(SourceText text, SyntaxError e) {
        say(text.finding(e.line(), e.column(), "error", e.sentence()));
        return Exit.WRONG;
    }

    private Budget budget() {
        long nanos = line.nanos("--timeout", 0);
        Budget budget = Budget.ofExpansions(line.count("--expansions", Long.MAX_VALUE));
        return nanos == 0 ? budget : budget.withTime(Duration.ofNanos(nanos));
    }

    private int tell(World world, Demands ending, Telling telling) {
        int status =
                switch (telling) {
                    case Telling.Told told -> {
                        String wrong = Simulator.wrong(world, ending, told.story());
                        if (wrong != null) {
                            throw new IllegalStateException("The story is wrong. " + wrong);
                        }
                        streams.userOutput().write(written(world, told));
                        yield Exit.ANSWERED;
                    }
                    case Telling.Impossible i -> {
                        no(i.why(), "no", i.expansions());
                        yield Exit.NO;
                    }
                    case Telling.OutOfBudget o -> {
                        no("Stopped early: " + o.why(), "stopped", o.expansions());
                        yield Exit.LIMIT;
                    }
                };
        return status;
    }

    private void no(String why, String outcome, long expansions) {
        if (line.has("--json")) {
            Json json = new Json().open().key("outcome").text(outcome).key("why").text(why);
            json.key("expansions").number(expansions);
            streams.userOutput().write(json.close() + "\n");
        } else if (outcome.equals("no")) {
            streams.userOutput().write("no\n");
            say(why);
        } else {
            say(why);
        }
    }

    private String written(World world, Telling.Told told) {
        if (line.has("--json")) {
            return json(world, told) + "\n";
        } else if (line.has("--mermaid")) {
            return StoryForms.mermaid(told.story());
        } else if (line.has("--dot")) {
            return StoryForms.dot(told.story());
        } else if (line.has("--plain")) {
            return plain(told.story());
        }
        return StoryForms.text(told.story());
    }

    private static String plain(Story story) {
        StringBuilder text = new StringBuilder();
        story.events().forEach(e -> text.append(e.sentence()).append('\n'));
        return text.toString();
    }

    private static String json(World world, Telling.Told told) {
        Json json = new Json().open().key("outcome").text("told");
        json.key("title").text(world.title()).key("events").openArray();
        for (Story.Event event : told.story().events()) {
            json.open().key("action").text(event.action().toString());
            json.key("sentence").text(event.sentence()).key("intentions").openArray();
            for (Story.Intention i : event.intentions()) {
                json.open().key("who").text(i.who()).key("goal").text(i.goal().toString()).close();
            }
            json.closeArray().close();
        }
        json.closeArray().key("links").openArray();
        for (Story.Link link : told.story().links()) {
            // Events count from 1; 0 is the opening, one more than there are events the ending.
            json.open().key("from").number(link.from() + 1L);
            json.key("condition").text(link.condition().toString());
            json.key("to").number(link.to() + 1L).close();
        }
        json.closeArray().key("expansions").number(told.expansions());
        return json.close().toString();
    }

    private void say(String text) {
        streams.userOutput().flush();
        PrologStream error = streams.userError();
        error.write(text.endsWith("\n") ? text : text + "\n");
        error.flush();
    }
}
