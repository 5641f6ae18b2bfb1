package dev.clew.cli;

import dev.clew.cli.commands.Usage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What {@code clew help} shows. */
final class Help {
    static final String EXIT_CODES =
            """
            Exit statuses, the same for every command:
              0  answered: there is an answer, the program ran, nothing is wrong
              1  no: there is no answer, or the goal of the program failed
              2  wrong: the command line, the program or its goal has an error
              3  stopped early: a limit was reached before the end
              4  something outside failed: a file or database of facts; standard output was closed
              5  undefined: all answers that were found are neither true nor false
            A program that calls halt(N) ends with status N.
            """;

    private Help() {}

    static Usage usage() {
        return new Usage(
                "help",
                "[COMMAND]",
                "says how Clew, or one of its commands, is used",
                "Says how Clew is used, or what a command does and takes.\n"
                        + "Topics that are not commands: repl, exit.\n",
                List.of(),
                false);
    }

    /** What can be asked about. */
    static List<String> topics() {
        return commandsAnd("repl", "exit");
    }

    /** The commands in their order, with some other topics before {@code help}, the last. */
    private static List<String> commandsAnd(String... others) {
        List<String> topics = new ArrayList<>(Commands.NAMES);
        topics.addAll(topics.size() - 1, List.of(others));
        return topics;
    }

    static @Nullable String page(String topic) {
        if (topic.equals("exit")) {
            return EXIT_CODES;
        }
        return topics().contains(topic) ? Commands.usage(topic).page() : null;
    }

    static String overview() {
        StringBuilder text = new StringBuilder("Clew answers questions from rules.\n\nUsage:\n");
        for (String name : commandsAnd("repl")) {
            Usage usage = Commands.usage(name);
            String line = "  " + usage.synopsis().replace(" [OPTION...]", "");
            text.append(line).append(" ".repeat(Math.max(1, 40 - line.length())));
            text.append(usage.summary()).append('\n');
        }
        text.append("  clew --version")
                .append(" ".repeat(24))
                .append("says which version this is\n");
        text.append(
                "\n"
                    + "`clew help COMMAND` tells more, and `clew help exit` what the exit statuses"
                    + " mean.\n");
        text.append("\nA first question, in a clone of the repository:\n");
        text.append("  clew ask examples/family/family.pl \"ancestor(X, bob)\"\n");
        return text.toString();
    }
}
