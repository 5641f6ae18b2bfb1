package dev.clew.data;

import org.jspecify.annotations.Nullable;

/** How a field of a file becomes a term. */
public enum ValueType {
    /** What looks like a number becomes one, the rest atoms. */
    AUTO("auto"),
    /** What looks like a number becomes one, the rest strings. */
    AUTO_STRING("auto_string"),
    /** Text, as an atom, even if it looks like a number. */
    ATOM("atom"),
    /** Text, as a string, even if it looks like a number. */
    STRING("string"),
    /** An integer; anything else is an error. */
    INTEGER("integer"),
    /** A float; an integer becomes one, anything else is an error. */
    FLOAT("float"),
    /** An integer or a float; anything else is an error. */
    NUMBER("number");

    private final String word;

    ValueType(String word) {
        this.word = word;
    }

    /** The word for it in rules. */
    public String word() {
        return word;
    }

    /** The type that a word of rules means, or null. */
    public static @Nullable ValueType of(String word) {
        for (ValueType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        return null;
    }
}
