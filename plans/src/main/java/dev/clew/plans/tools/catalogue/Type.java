package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A type as it is used: {@code city}, {@code distance[km]}, {@code list<hotel>}.
 *
 * @param name the name of the type
 * @param element what a list is a list of; null for other types
 * @param unit the unit in which the value is given, or null
 */
public record Type(String name, @Nullable Type element, @Nullable String unit) {
    /** What any value is. */
    public static final Type ANY = new Type("any");

    /** A type without a unit. */
    public Type(String name) {
        this(name, null, null);
    }

    /** A list. */
    public static Type listOf(Type element) {
        return new Type("list", element, null);
    }

    /** This type in another unit. */
    public Type in(@Nullable String otherUnit) {
        return new Type(name, element, otherUnit);
    }

    /**
     * Reads a type.
     *
     * @throws IllegalArgumentException if it is not one, with a sentence that says so
     */
    public static Type parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("list<") && trimmed.endsWith(">")) {
            return listOf(parse(trimmed.substring(5, trimmed.length() - 1)));
        }
        int open = trimmed.indexOf('[');
        if (open > 0 && trimmed.endsWith("]") && open < trimmed.length() - 2) {
            String unit = trimmed.substring(open + 1, trimmed.length() - 1);
            return new Type(name(trimmed.substring(0, open), text), null, unit);
        }
        return new Type(name(trimmed, text));
    }

    private static String name(String name, String text) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_-./".indexOf(c) < 0) {
                throw wrong(text);
            }
        }
        if (name.isEmpty()) {
            throw wrong(text);
        }
        return name;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("(" + text + ") is not the name of a type.");
    }

    @Override
    public String toString() {
        if (element != null) {
            return "list<" + element + ">";
        }
        return unit == null ? name : name + "[" + unit + "]";
    }
}
