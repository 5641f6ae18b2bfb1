package dev.clew.rules.json;

import java.util.List;

/** Builds one JSON value on one line. */
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private boolean needsComma;

    /** Opens an object. */
    public Json open() {
        comma();
        out.append('{');
        needsComma = false;
        return this;
    }

    /** Closes an object. */
    public Json close() {
        out.append('}');
        needsComma = true;
        return this;
    }

    /** Opens an array. */
    public Json openArray() {
        comma();
        out.append('[');
        needsComma = false;
        return this;
    }

    /** Closes an array. */
    public Json closeArray() {
        out.append(']');
        needsComma = true;
        return this;
    }

    /** Writes the key of the value that follows. */
    public Json key(String name) {
        comma();
        quote(name);
        out.append(':');
        needsComma = false;
        return this;
    }

    /** Writes a string. */
    public Json text(String value) {
        comma();
        quote(value);
        needsComma = true;
        return this;
    }

    /** Writes strings as an array. */
    public Json texts(List<String> values) {
        openArray();
        for (String v : values) {
            text(v);
        }
        return closeArray();
    }

    /** Writes a number. */
    public Json number(long value) {
        return raw(Long.toString(value));
    }

    /** Writes a truth value. */
    public Json truth(boolean value) {
        return raw(value ? "true" : "false");
    }

    /** Writes {@code null}. */
    public Json nothing() {
        return raw("null");
    }

    /** Writes JSON text as it is. */
    public Json raw(String json) {
        comma();
        out.append(json);
        needsComma = true;
        return this;
    }

    private void comma() {
        if (needsComma) {
            out.append(',');
        }
    }

    private void quote(String s) {
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || isUnpaired(s, i) || c == 0x2028 || c == 0x2029) {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isUnpaired(String s, int i) {
        char c = s.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
    }

    private void escape(char c) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
