package dev.clew.cli.commands;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name its name with the dashes, such as {@code --limit}
 * @param argument what its argument is called, or null if it takes none
 * @param text what it does
 */
public record Option(String name, @Nullable String argument, String text) {
    /** An option that takes no argument. */
    public static Option flag(String name, String text) {
        return new Option(name, null, text);
    }

    /** An option that takes an argument. */
    public static Option value(String name, String argument, String text) {
        return new Option(name, argument, text);
    }

    /** The option as it is written on a command line. */
    public String form() {
        return argument == null ? name : name + " " + argument;
    }
}
