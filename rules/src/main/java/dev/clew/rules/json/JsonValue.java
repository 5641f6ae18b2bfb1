package dev.clew.rules.json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A JSON value that was read. */
public sealed interface JsonValue {
    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A number, as it was written. */
    record Number(String digits) implements JsonValue {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements JsonValue {}

    /** {@code null}. */
    record Nothing() implements JsonValue {}

    /** An array. */
    record Array(List<JsonValue> items) implements JsonValue {}

    /** An object. */
    record Table(Map<String, JsonValue> members) implements JsonValue {
        /** The member of that name, or null. */
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }
    }
}
