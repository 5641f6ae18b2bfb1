package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What a value is in JSON. Types of these names are there in every catalogue. */
public enum Kind {
    /** Anything. */
    ANY,
    /** A text. */
    STRING,
    /** A number. */
    NUMBER,
    /** A number without a fraction. */
    INTEGER,
    /** True or false. */
    BOOLEAN,
    /** Fields with values. */
    OBJECT,
    /** A list. */
    LIST;

    /** Its name as a type. */
    public String typeName() {
        return switch (this) {
            case ANY -> "any";
            case STRING -> "string";
            case NUMBER -> "number";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            case OBJECT -> "object";
            case LIST -> "list";
        };
    }

    /** The kind of a value; {@link #ANY} for null. */
    public static Kind of(@Nullable Object value) {
        return switch (value) {
            case BigDecimal n -> n.stripTrailingZeros().scale() <= 0 ? INTEGER : NUMBER;
            case Integer n -> INTEGER;
            case Long n -> INTEGER;
            case BigInteger n -> INTEGER;
            case Number n -> NUMBER;
            case Boolean b -> BOOLEAN;
            case Map<?, ?> m -> OBJECT;
            case List<?> l -> LIST;
            case CharSequence s -> STRING;
            case null, default -> ANY;
        };
    }

    /** Whether a value of this kind can stand where one of another kind is wanted. */
    public boolean fits(Kind wanted) {
        return this == wanted || wanted == ANY || this == INTEGER && wanted == NUMBER;
    }
}
