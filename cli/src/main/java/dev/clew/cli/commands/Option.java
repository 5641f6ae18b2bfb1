package dev.clew.cli.commands;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name its name with the dashes, such as {@code --limit}
 * @param argument what its argument is called, or null if it takes none
 * @param text what it does
 * @param isOptional whether the argument may be left out; it stands behind an equals sign then
 */
public record Option(String name, @Nullable String argument, String text, boolean isOptional) {
    /** An option that takes no argument, or always one. */
    public Option(String name, @Nullable String argument, String text) {
        this(name, argument, text, false);
    }

    /** An option that takes no argument. */
    public static Option flag(String name, String text) {
        return new Option(name, null, text);
    }

    /** An option that takes an argument. */
    public static Option value(String name, String argument, String text) {
        return new Option(name, argument, text);
    }

    /** An option that may take an argument: {@code --why} or {@code --why=json}. */
    public static Option optional(String name, String argument, String text) {
        return new Option(name, argument, text, true);
    }

    /** The option as it is written on a command line. */
    public String form() {
        return argument == null
                ? name
                : isOptional ? name + "[=" + argument + "]" : name + " " + argument;
    }
}
