package dev.clew.cli.commands;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command takes and does, in words.
 *
 * @param name the command
 * @param operands what follows the name, such as {@code FILE... GOAL}
 * @param summary the command in half a line
 * @param text the command in full
 * @param options its options
 * @param passesOn whether what follows {@code --} belongs to the program that is run
 */
public record Usage(
        String name,
        String operands,
        String summary,
        String text,
        List<Option> options,
        boolean passesOn) {

    /** The option of this name, or null. */
    public @Nullable Option option(String wanted) {
        for (Option o : options) {
            if (o.name().equals(wanted)) {
                return o;
            }
        }
        return null;
    }

    /** The names of all options. */
    public List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (Option o : options) {
            names.add(o.name());
        }
        return names;
    }

    /** The command line in one line. */
    public String synopsis() {
        StringBuilder line = new StringBuilder("clew");
        if (!name.isEmpty()) {
            line.append(' ').append(name);
        }
        if (!options.isEmpty()) {
            line.append(" [OPTION...]");
        }
        if (!operands.isEmpty()) {
            line.append(' ').append(operands);
        }
        return line.append(passesOn ? " [-- ARGUMENT...]" : "").toString();
    }

    /** The command in full, as {@code clew help COMMAND} shows it. */
    public String page() {
        StringBuilder page =
                new StringBuilder("Usage: ").append(synopsis()).append("\n\n").append(text);
        if (!options.isEmpty()) {
            page.append("\nOptions:\n");
        }
        int width = 0;
        for (Option o : options) {
            width = Math.max(width, o.form().length());
        }
        for (Option o : options) {
            page.append("  ").append(o.form());
            page.append(" ".repeat(width - o.form().length() + 2)).append(o.text()).append('\n');
        }
        return page.toString();
    }
}
