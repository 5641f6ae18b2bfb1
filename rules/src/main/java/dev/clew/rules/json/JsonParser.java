package dev.clew.rules.json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value (RFC 8259). Arrays and objects that are open lie on a stack of its own. */
public final class JsonParser {
    private final String text;
    private int at;
    private final ArrayDeque<Open> open = new ArrayDeque<>();

    /** An array or object whose end has not been read. */
    private static final class Open {
        final List<JsonValue> items = new ArrayList<>();
        final @Nullable Map<String, JsonValue> members;
        String name = "";

        Open(boolean isTable) {
            this.members = isTable ? new LinkedHashMap<>() : null;
        }

        char end() {
            return members == null ? ']' : '}';
        }

        JsonValue closed() {
            return members == null ? new JsonValue.Array(items) : new JsonValue.Table(members);
        }
    }

    private JsonParser(String text) {
        this.text = text;
    }

    /**
     * The value that {@code text} is.
     *
     * @throws JsonError if it is not JSON
     */
    public static JsonValue parse(String text) {
        return new JsonParser(text).whole();
    }

    private JsonValue whole() {
        while (true) {
            JsonValue value = start();
            while (value != null) {
                Open o = open.peek();
                if (o == null) {
                    return last(value);
                }
                take(o, value);
                value = next(o);
            }
        }
    }

    private JsonValue last(JsonValue value) {
        skipSpace();
        if (at < text.length()) {
            throw error("the end");
        }
        return value;
    }

    private void take(Open o, JsonValue value) {
        if (o.members == null) {
            o.items.add(value);
        } else if (o.members.putIfAbsent(o.name, value) != null) {
            throw new JsonError("The member (" + o.name + ") of an object occurs twice.");
        }
    }

    /** What follows a value in an array or object: null if that is another value. */
    private @Nullable JsonValue next(Open o) {
        skipSpace();
        if (accept(o.end())) {
            open.pop();
            return o.closed();
        }
        if (!accept(',')) {
            throw error("a comma or " + o.end());
        }
        name(o);
        return null;
    }

    private void name(Open o) {
        if (o.members != null) {
            skipSpace();
            expect('"');
            o.name = string();
            skipSpace();
            expect(':');
        }
    }

    /** A value, or null if an array or object begins that is not empty. */
    private @Nullable JsonValue start() {
        skipSpace();
        char c = at < text.length() ? text.charAt(at) : 0;
        if (c == '{' || c == '[') {
            return open(c == '{');
        } else if (c == '"') {
            at++;
            return new JsonValue.Text(string());
        } else if (c == '-' || c >= '0' && c <= '9') {
            return number();
        } else if (word("true")) {
            return new JsonValue.Truth(true);
        } else if (word("false")) {
            return new JsonValue.Truth(false);
        } else if (word("null")) {
            return new JsonValue.Nothing();
        }
        throw error("a value");
    }

    private @Nullable JsonValue open(boolean isTable) {
        at++;
        Open o = new Open(isTable);
        skipSpace();
        if (accept(o.end())) {
            return o.closed();
        }
        open.push(o);
        name(o);
        return null;
    }

    private boolean word(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private JsonValue number() {
        int start = at;
        accept('-');
        if (!accept('0')) {
            digits();
        }
        if (accept('.')) {
            digits();
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            digits();
        }
        return new JsonValue.Number(text.substring(start, at));
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw error("a digit");
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = at < text.length() ? text.charAt(at++) : 0;
            if (c == '"') {
                return out.toString();
            } else if (c == '\\') {
                out.append(escape());
            } else if (c < 0x20) {
                at = Math.min(at, text.length());
                throw error("the end of a string");
            } else {
                out.append(c);
            }
        }
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw error("an escape sequence");
        };
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw error("a hexadecimal digit");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw error(Character.toString(c));
        }
    }

    private JsonError error(String expected) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        String found = at < text.length() ? text.substring(at, at + 1) : "the end of the text";
        return new JsonError(
                "Line "
                        + line
                        + ", column "
                        + (at - start + 1)
                        + " of the JSON: "
                        + expected
                        + " is expected here, not "
                        + found
                        + ".");
    }
}
