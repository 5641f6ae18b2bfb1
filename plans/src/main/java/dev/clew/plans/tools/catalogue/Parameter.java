package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a tool needs.
 *
 * @param name its name
 * @param type its type
 * @param isRequired whether it must be there. What is not required is taken from what is given, by
 *     its name, and never produced
 * @param isBuilt whether an object may be put together from its fields, if there is none
 * @param otherwise what it is if nothing is given; null for none
 * @param description what it means, in words
 */
public record Parameter(
        String name,
        Type type,
        boolean isRequired,
        boolean isBuilt,
        @Nullable Object otherwise,
        String description) {
    /** A parameter that is required. */
    public Parameter(String name, Type type) {
        this(name, type, true, false, null, "");
    }
}
