package dev.clew.cli.loop;

import org.jspecify.annotations.Nullable;

/** What is said to the loop itself rather than to the program: {@code :help}, {@code :quit}. */
final class LoopCommand {
    private final String text;

    /** A command as it was typed; a full stop may end it. */
    LoopCommand(String typed) {
        String t = typed.strip();
        this.text = t.endsWith(".") ? t.substring(0, t.length() - 1).stripTrailing() : t;
    }

    /** Whether text is a command rather than a goal: a colon before a letter. */
    static boolean is(String text) {
        return text.length() > 1 && text.charAt(0) == ':' && Character.isLetter(text.charAt(1));
    }

    /** Whether it ends the loop. */
    boolean isEnd() {
        return text.equals(":quit") || text.equals(":q") || text.equals(":exit");
    }

    /** The page it asks for, or null if there is no such command. */
    @Nullable String page() {
        return text.equals(":help") || text.equals(":h") ? Loop.usage().text() : null;
    }

    /** What to say if there is no such command. */
    String unknown() {
        return "There is no command (" + text + "). Maybe :help or :quit?";
    }
}
