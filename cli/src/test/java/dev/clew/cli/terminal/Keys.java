package dev.clew.cli.terminal;

import java.util.Map;

/** What the keys of a keyboard send: {@code abc<Tab><Ctrl-C>} for the ones without a letter. */
final class Keys {
    private static final Map<String, String> NAMED =
            Map.of(
                    "Enter", "\r",
                    "Tab", "\t",
                    "Backspace", "\u007f",
                    "Escape", "\u001b",
                    "lt", "<");
    private static final Map<String, Character> ARROWS =
            Map.of("Up", 'A', "Down", 'B', "Right", 'C', "Left", 'D', "Home", 'H', "End", 'F');

    private Keys() {}

    /** The characters that the keys send; {@code application} is the mode of the arrow keys. */
    static String sent(String keys, boolean application) {
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < keys.length(); i++) {
            int end = keys.indexOf('>', i);
            if (keys.charAt(i) == '<' && end > 0) {
                sent.append(named(keys.substring(i + 1, end), application));
                i = end;
            } else {
                sent.append(keys.charAt(i));
            }
        }
        return sent.toString();
    }

    private static String named(String name, boolean application) {
        Character arrow = ARROWS.get(name);
        if (arrow != null) {
            return (application ? "\u001bO" : "\u001b[") + arrow;
        } else if (name.startsWith("Ctrl-") && name.length() == 6) {
            return Character.toString(name.charAt(5) & 0x1f);
        }
        String sent = NAMED.get(name);
        if (sent == null) {
            throw new IllegalArgumentException("There is no key (" + name + ").");
        }
        return sent;
    }
}
