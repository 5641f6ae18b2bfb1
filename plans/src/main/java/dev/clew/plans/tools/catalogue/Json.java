package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as JSON on one line. */
public final class Json {
    private Json() {}

    /** A value, keys in their order. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, false);
        return out.toString();
    }

    /** A value, keys in the order of the alphabet and numbers in one form: equal values alike. */
    public static String canonical(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, true);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value, boolean sorted) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                Map<?, ?> entries = sorted ? new TreeMap<>(map) : map;
                String next = "{";
                for (var e : entries.entrySet()) {
                    out.append(next);
                    quote(out, String.valueOf(e.getKey()));
                    out.append(':');
                    write(out, e.getValue(), sorted);
                    next = ",";
                }
                out.append(entries.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String next = "[";
                for (Object item : list) {
                    out.append(next);
                    write(out, item, sorted);
                    next = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case BigDecimal n ->
                    out.append(sorted ? n.stripTrailingZeros().toString() : n.toString());
            case Number n -> out.append(n);
            case Boolean b -> out.append(b);
            default -> quote(out, value.toString());
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(c < 16 ? "0" : "1");
                        out.append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
