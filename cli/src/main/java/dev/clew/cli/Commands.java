package dev.clew.cli;

import dev.clew.cli.ask.Ask;
import dev.clew.cli.check.Check;
import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.game.GameCommand;
import dev.clew.cli.loop.Loop;
import dev.clew.cli.plan.PlanCommand;
import dev.clew.cli.programs.Nearest;
import dev.clew.cli.puzzle.PuzzleCommand;
import dev.clew.cli.run.Run;
import dev.clew.cli.study.StudyCommand;
import dev.clew.cli.tell.Tell;
import dev.clew.cli.tools.ToolsCommand;
import dev.clew.cli.validate.Validate;
import dev.clew.cli.verify.Verify;
import dev.clew.rules.streams.StreamTable;

import java.util.List;

/** What clew can do, by name. */
final class Commands {
    static final List<String> NAMES =
            List.of(
                    "ask",
                    "run",
                    "check",
                    "verify",
                    "plan",
                    "validate",
                    "tools",
                    "tell",
                    "puzzle",
                    "game",
                    "study",
                    "help");

    private Commands() {}

    static int run(List<String> words, StreamTable streams) {
        String first = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (first) {
            case "ask",
            "run",
            "check",
            "verify",
            "plan",
            "validate",
            "tools",
            "tell",
            "puzzle",
            "game",
            "study":
                CommandLine line = CommandLine.parse(usage(first), rest);
                return line.wantsHelp() ? help(List.of(first), streams) : run(first, line, streams);
            case "help", "--help", "-h":
                return help(rest, streams);
            case "--version", "-V", "version":
                streams.userOutput().write("clew " + Version.text() + "\n");
                return Exit.ANSWERED;
            case "--train":
                return Training.run(rest);
            default:
                return loop(words, streams);
        }
    }

    private static int run(String command, CommandLine line, StreamTable streams) {
        return switch (command) {
            case "ask" -> new Ask(streams, line).run();
            case "run" -> new Run(streams, line).run();
            case "check" -> new Check(streams, line).run();
            case "plan" -> new PlanCommand(streams, line).run();
            case "validate" -> new Validate(streams, line).run();
            case "puzzle" -> new PuzzleCommand(streams, line).run();
            case "game" -> new GameCommand(streams, line).run();
            case "study" -> new StudyCommand(streams, line).run();
            case "tell" -> new Tell(streams, line).run();
            case "tools" -> new ToolsCommand(streams, line).run();
            default -> new Verify(streams, line).run();
        };
    }

    /** Without a command: the loop, with the files named. */
    private static int loop(List<String> words, StreamTable streams) {
        if (!words.isEmpty() && CommandLine.looksLikeOption(words.get(0))) {
            rejectOption(words.get(0));
        } else if (!words.isEmpty()) {
            requireFile(words.get(0), streams);
        }
        CommandLine line = CommandLine.parse(Loop.usage(), words);
        return line.wantsHelp() ? help(List.of("repl"), streams) : new Loop(streams, line).run();
    }

    /** The loop has no options; one that comes first may be a slip in one that is a command. */
    private static void rejectOption(String word) {
        String near = Nearest.of(word, List.of("--version", "--help"));
        throw new UsageError(
                "The option (" + word + ") is unknown.",
                near == null ? "Maybe see `clew help`." : "Maybe " + near + "?");
    }

    /** A first word that is no file was probably meant as a command. */
    private static void requireFile(String word, StreamTable streams) {
        boolean isPath = word.contains("/") || word.contains(".");
        String near = Nearest.of(word, NAMES);
        for (String extension : new String[] {"", ".pl", ".prolog", ".pro"}) {
            if (streams.surroundings().file(word + extension).exists()) {
                return;
            }
        }
        if (!isPath || near != null) {
            throw new UsageError(
                    "There is no command and no file (" + word + ").",
                    near == null ? "Maybe see `clew help`." : "Maybe `clew " + near + "`?");
        }
    }

    private static int help(List<String> words, StreamTable streams) {
        String topic = words.isEmpty() ? "" : words.get(0);
        String page = topic.isEmpty() ? Help.overview() : Help.page(topic);
        if (page == null) {
            String near = Nearest.of(topic, Help.topics());
            throw new UsageError(
                    "There is no help on (" + topic + ").",
                    near == null ? "Maybe see `clew help`." : "Maybe `clew help " + near + "`?");
        }
        streams.userOutput().write(page);
        return Exit.ANSWERED;
    }

    /** The usage of one of the topics of help that are commands. */
    static Usage usage(String name) {
        return switch (name) {
            case "ask" -> Ask.usage();
            case "run" -> Run.usage();
            case "check" -> Check.usage();
            case "verify" -> Verify.usage();
            case "plan" -> PlanCommand.usage();
            case "validate" -> Validate.usage();
            case "puzzle" -> PuzzleCommand.usage();
            case "game" -> GameCommand.usage();
            case "study" -> StudyCommand.usage();
            case "tell" -> Tell.usage();
            case "tools" -> ToolsCommand.usage();
            case "help" -> Help.usage();
            default -> Loop.usage();
        };
    }
}
