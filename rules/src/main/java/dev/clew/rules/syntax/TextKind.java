package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;

import org.jspecify.annotations.Nullable;

/**
 * What quoted text stands for: the values of the flags {@code double_quotes} and {@code
 * back_quotes}.
 */
public enum TextKind {
    /** A list of character codes. */
    CODES("codes"),
    /** A list of one-character atoms. */
    CHARS("chars"),
    /** An atom. */
    ATOM("atom"),
    /** A string. */
    STRING("string");

    private final Atom atom;

    TextKind(String name) {
        this.atom = Atom.of(name);
    }

    /** The flag's value. */
    public Atom atom() {
        return atom;
    }

    /** The kind that a flag's value names, or null if it names none. */
    public static @Nullable TextKind of(Atom value) {
        for (TextKind kind : values()) {
            if (kind.atom == value) {
                return kind;
            }
        }
        return null;
    }
}
