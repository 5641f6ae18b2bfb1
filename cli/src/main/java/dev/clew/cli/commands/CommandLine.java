package dev.clew.cli.commands;

import dev.clew.cli.programs.Nearest;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words behind a command: options, which may stand anywhere, and operands. What follows {@code
 * --} is operands too, or belongs to the program that is run.
 */
public final class CommandLine {
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> passedOn = new ArrayList<>();

    private boolean wantsHelp;

    private CommandLine() {}

    /**
     * Reads words.
     *
     * @throws UsageError if they are not what {@code usage} says
     */
    public static CommandLine parse(Usage usage, List<String> words) {
        CommandLine line = new CommandLine();
        int i = 0;
        while (i < words.size()) {
            String word = words.get(i++);
            if (word.equals("--")) {
                (usage.passesOn() ? line.passedOn : line.operands)
                        .addAll(words.subList(i, words.size()));
                break;
            } else if (word.equals("--help") || word.equals("-h")) {
                line.wantsHelp = true;
            } else if (looksLikeOption(word)) {
                i = line.option(usage, word, words, i);
            } else {
                line.operands.add(word);
            }
        }
        return line;
    }

    /**
     * Whether a word is meant as an option: dashes and letters, rather than a goal such as {@code
     * -X = 1}.
     */
    public static boolean looksLikeOption(String word) {
        if (word.length() < 2 || word.charAt(0) != '-') {
            return false;
        }
        int equals = word.indexOf('=');
        int end = equals < 0 ? word.length() : equals;
        int start = word.charAt(1) == '-' ? 2 : 1;
        for (int i = start; i < end; i++) {
            char c = word.charAt(i);
            boolean first = i == start;
            if (!(c >= 'a' && c <= 'z'
                    || start == 1 && c >= 'A' && c <= 'Z'
                    || !first && (c == '-' || c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return end > start;
    }

    private int option(Usage usage, String word, List<String> words, int next) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = usage.option(name);
        if (option == null) {
            throw unknown(usage, name);
        } else if (option.argument() == null) {
            if (equals >= 0) {
                throw new UsageError("The option " + name + " takes no argument.", null);
            }
            add(name, "");
            return next;
        } else if (equals >= 0) {
            add(name, word.substring(equals + 1));
            return next;
        } else if (option.isOptional()) {
            add(name, "");
            return next;
        } else if (next == words.size()) {
            throw new UsageError(
                    "The option " + name + " needs an argument.",
                    "Maybe " + name + " " + option.argument() + ".");
        }
        add(name, words.get(next));
        return next + 1;
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }

    private static UsageError unknown(Usage usage, String name) {
        String sentence =
                "The option ("
                        + name
                        + ") is unknown"
                        + (usage.name().isEmpty() ? "." : " to clew " + usage.name() + ".");
        String near = Nearest.of(name, usage.optionNames());
        String help = usage.name().isEmpty() ? "clew help" : "clew help " + usage.name();
        return new UsageError(
                sentence, near == null ? "Maybe see `" + help + "`." : "Maybe " + near + "?");
    }

    /** Whether {@code --help} or {@code -h} was given, which every command takes. */
    public boolean wantsHelp() {
        return wantsHelp;
    }

    /** Whether an option was given. */
    public boolean has(String option) {
        return values.containsKey(option);
    }

    /** The argument of an option, the last one if it was given often; null if it was not given. */
    public @Nullable String value(String option) {
        List<String> given = values.get(option);
        return given == null ? null : given.getLast();
    }

    /** The arguments of an option that may be given often. */
    public List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The argument of an option that is a count from 1 on, or {@code otherwise}. */
    public long count(String option, long otherwise) {
        String text = value(option);
        if (text == null) {
            return otherwise;
        }
        try {
            BigInteger n = new BigInteger(text.replace("_", ""));
            if (n.signum() > 0) {
                // Nothing is ever counted further than that.
                return n.bitLength() < Long.SIZE ? n.longValue() : Long.MAX_VALUE;
            }
        } catch (NumberFormatException e) {
            // The message below says it all.
        }
        throw new UsageError(
                "The argument (" + text + ") of " + option + " must be a whole number from 1 on.",
                null);
    }

    /** The argument of an option that is a length of time, in nanoseconds, or {@code otherwise}. */
    public long nanos(String option, long otherwise) {
        String text = value(option);
        return text == null ? otherwise : Durations.nanos(option, text);
    }

    /** The words that belong to no option. */
    public List<String> operands() {
        return operands;
    }

    /** The words behind {@code --}. */
    public List<String> passedOn() {
        return passedOn;
    }
}
