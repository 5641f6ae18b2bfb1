package dev.clew.plans.tools.documents;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.CatalogueError;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as RFC 8259 has it. Not by the reader of YAML, of which JSON is almost a part: that
 * one takes {@code {"a": 1 "b": 2}} for a value without complaint, and keys of a thousand letters
 * not at all.
 */
final class JsonReader {
    /** Deeper nesting than this is an error of the text, not of the stack. */
    private static final int MAX_DEPTH = 500;

    private final Source source;
    private final String text;
    private int at;
    private int depth;

    JsonReader(Source source) {
        this.source = source;
        this.text = source.text();
    }

    Node read() {
        Node root = value();
        skipBlanks();
        if (at < text.length()) {
            throw error(at, "There is more behind the end of the JSON value.", null);
        }
        return root;
    }

    private Node value() {
        skipBlanks();
        int start = at;
        char c = peek();
        switch (c) {
            case '{':
                return mapping(start);
            case '[':
                return sequence(start);
            case '"':
                return new Node.Scalar(start, string());
            default:
                return c == '-' || c >= '0' && c <= '9'
                        ? new Node.Scalar(start, number())
                        : word(start);
        }
    }

    private Node mapping(int start) {
        enter();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        skipBlanks();
        while (peek() != '}') {
            int key = at;
            if (peek() != '"') {
                throw error(
                        at,
                        "A key in double quotes or a closing brace is expected here.",
                        isWord(peek()) ? "Maybe put the key in double quotes." : null);
            }
            String name = string();
            skipBlanks();
            expect(':', "A colon is expected behind a key.", "Maybe a colon is missing here.");
            if (entries.put(name, new Node.Entry(key, value())) != null) {
                throw error(key, "The key (" + name + ") stands here twice.", "Maybe rename one.");
            }
            separate('}');
        }
        leave();
        return new Node.Mapping(start, entries);
    }

    private Node sequence(int start) {
        enter();
        List<Node> items = new ArrayList<>();
        skipBlanks();
        while (peek() != ']') {
            items.add(value());
            separate(']');
        }
        leave();
        return new Node.Sequence(start, items);
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw error(at, "The text is nested more than " + MAX_DEPTH + " levels deep.", null);
        }
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    /** After a value: the end, or a comma and then not the end. */
    private void separate(char end) {
        skipBlanks();
        if (peek() == end) {
            return;
        }
        int comma = at;
        expect(
                ',',
                "A comma or `" + end + "` is expected here.",
                "Maybe a comma is missing before it.");
        skipBlanks();
        if (peek() == end) {
            throw error(comma, "Nothing follows this comma.", "Maybe leave it out.");
        }
    }

    private void expect(char c, String sentence, String hint) {
        if (peek() != c) {
            throw error(at, at >= text.length() ? "The text ends too early." : sentence, hint);
        }
        at++;
    }

    private Node word(int start) {
        while (isWord(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "true":
                return new Node.Scalar(start, true);
            case "false":
                return new Node.Scalar(start, false);
            case "null":
                return new Node.Scalar(start, null);
            default:
                if (start >= text.length()) {
                    throw error(
                            start, "The text ends too early.", "Maybe its last lines are missing.");
                }
                throw error(
                        start,
                        "A JSON value is expected here.",
                        word.isEmpty() ? null : "Maybe put (" + word + ") in double quotes.");
        }
    }

    private BigDecimal number() {
        int start = at;
        while (isWord(peek()) || peek() == '+' || peek() == '-' || peek() == '.') {
            at++;
        }
        String digits = text.substring(start, at);
        int first = digits.startsWith("-") ? 1 : 0;
        boolean isOctal =
                digits.length() > first + 1
                        && digits.charAt(first) == '0'
                        && Character.isDigit(digits.charAt(first + 1));
        try {
            if (!isOctal && !digits.endsWith(".") && !digits.startsWith(".", first)) {
                return new BigDecimal(digits);
            }
        } catch (NumberFormatException e) {
            // The message below says it all.
        }
        throw error(start, "(" + digits + ") is not a number.", "Maybe put it in double quotes.");
    }

    private String string() {
        int start = at++;
        StringBuilder out = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw error(start, "This string has no end.", "Maybe a double quote is missing.");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            } else if (c == '\\') {
                out.append(escape());
            } else if (c < ' ') {
                throw error(
                        at - 1,
                        "A string cannot go over the end of a line, nor hold control characters.",
                        c == '\n' ? "Maybe a double quote is missing." : "Maybe \\t or \\n.");
            } else {
                out.append(c);
            }
        }
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default ->
                    throw error(
                            at - 2,
                            "There is no escape (\\" + c + ").",
                            "Maybe \\\\ for a backslash.");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw error(at, "Four hexadecimal digits are expected behind \\u.", null);
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n\ufeff".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private CatalogueError error(int where, String sentence, @Nullable String hint) {
        return new CatalogueError(source, Math.min(where, text.length()), sentence, hint);
    }
}
