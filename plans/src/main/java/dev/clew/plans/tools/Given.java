package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Type;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What is given.
 *
 * @param name what it is called
 * @param type its type; null if only its value is known, which then has to be asked for by its name
 * @param value its value; null if only its type is known, which is enough to plan but not to run
 */
public record Given(String name, @Nullable Type type, @Nullable Object value) {
    public Given {
        if (type == null && value == null) {
            throw new IllegalArgumentException(
                    "What is given as `" + name + "` must have a type or a value.");
        }
    }

    /** A value of a type. */
    public static Given of(String name, Type type, Object value) {
        return new Given(name, type, value);
    }

    /** A value that is known by its name. */
    public static Given of(String name, Object value) {
        return new Given(name, null, value);
    }

    /** Something of a type that is there when the plan is carried out. */
    public static Given ofType(String name, Type type) {
        return new Given(name, type, null);
    }

    /** Its type, or that of JSON which its value has. */
    public Type shape() {
        return Optional.ofNullable(type).orElseGet(() -> new Type(Kind.of(value).typeName()));
    }
}
