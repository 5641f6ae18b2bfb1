package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Json;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a value comes from when a plan is carried out. */
public sealed interface Argument {
    /** Something given, or what lies at a path within it. */
    record OfGiven(String name, String path) implements Argument {
        @Override
        public String toString() {
            return name + path;
        }
    }

    /** What a call returns, or what lies at a path within it: {@code $1.city}. */
    record OfCall(int call, String path) implements Argument {
        @Override
        public String toString() {
            return "$" + call + path;
        }
    }

    /** A value that the catalogue has. */
    record Constant(@Nullable Object value) implements Argument {
        @Override
        public String toString() {
            return Json.write(value);
        }
    }

    /** An object put together from others. */
    record Built(Map<String, Argument> fields) implements Argument {
        public Built {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder("{");
            fields.forEach((name, value) ->
                    out.append(out.length() > 1 ? ", " : "")
                            .append(name)
                            .append(": ")
                            .append(value));
            return out.append('}').toString();
        }
    }
}
