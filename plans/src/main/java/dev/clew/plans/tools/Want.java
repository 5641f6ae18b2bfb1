package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Type;

/**
 * What is wanted.
 *
 * @param type its type
 * @param name what it is called; empty if any value of the type will do
 */
public record Want(Type type, String name) {
    /** Any value of a type. */
    public Want(Type type) {
        this(type, "");
    }

    /**
     * Reads {@code TYPE} or {@code TYPE:NAME}.
     *
     * @throws IllegalArgumentException if it is neither, with a sentence that says so
     */
    public static Want parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Want(Type.parse(text))
                : new Want(Type.parse(text.substring(0, colon)), text.substring(colon + 1).strip());
    }

    @Override
    public String toString() {
        return name.isEmpty() ? type.toString() : name + ": " + type;
    }
}
