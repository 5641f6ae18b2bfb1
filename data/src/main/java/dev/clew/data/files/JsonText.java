package dev.clew.data.files;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads a JSON value (RFC 8259) as a term, as library(json) does: an object becomes {@code
 * json([Key=Value, ...])}, an array a list. Nested values are kept on a stack of their own.
 */
final class JsonText {
    private static final Atom TRUE = Atom.TRUE;
    private static final Atom FALSE = Atom.FALSE;

    private final String text;
    private final boolean strings;
    private final Term nullTerm;
    private int at;

    JsonText(String text, boolean strings, Term nullTerm) {
        this.text = text;
        this.strings = strings;
        this.nullTerm = nullTerm;
    }

    /** What is wrong, and at which character, counted from 1. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String what, int at) {
            super(what + " at character " + (at + 1));
        }
    }

    /** A value that is not complete yet. */
    private static final class Open {
        final boolean isObject;
        final List<Term> items = new ArrayList<>();
        String key = "";

        Open(boolean isObject) {
            this.isObject = isObject;
        }

        void add(Term value) {
            items.add(isObject ? Struct.of("=", Atom.of(key), value) : value);
        }

        Term close() {
            Term list = Lists.of(items);
            return isObject ? Struct.of("json", list) : list;
        }
    }

    /**
     * The members of the object that the text holds: their names, and their values in that order.
     */
    void object(List<String> names, List<Term> values) throws Malformed {
        blanks();
        expect('{', "There must be an object {...}");
        blanks();
        if (peek() == '}') {
            at++;
        } else {
            members(names, values);
        }
        blanks();
        if (at < text.length()) {
            throw new Malformed("There is text behind the object", at);
        }
    }

    private void members(List<String> names, List<Term> values) throws Malformed {
        do {
            names.add(key());
            values.add(value());
            blanks();
        } while (goesOn('}'));
    }

    private boolean goesOn(char end) throws Malformed {
        int c = peek();
        if (c != ',' && c != end) {
            throw new Malformed("There must be a comma or " + end, at);
        }
        at++;
        return c == ',';
    }

    private String key() throws Malformed {
        blanks();
        expect('"', "There must be a name in quotes");
        String name = string();
        blanks();
        expect(':', "There must be a colon");
        return name;
    }

    private Term value() throws Malformed {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            blanks();
            Term done = start(open);
            while (done != null) {
                Open outer = open.peek();
                if (outer == null) {
                    return done;
                }
                outer.add(done);
                done = further(open, outer);
            }
        }
    }

    /** Reads a simple value, or opens one that has parts; then null. */
    private @Nullable Term start(Deque<Open> open) throws Malformed {
        int c = peek();
        if (c == '{' || c == '[') {
            at++;
            Open fresh = new Open(c == '{');
            blanks();
            if (peek() == (c == '{' ? '}' : ']')) {
                at++;
                return fresh.close();
            }
            if (fresh.isObject) {
                fresh.key = key();
            }
            open.push(fresh);
            return null;
        } else if (c == '"') {
            at++;
            String s = string();
            return strings ? Str.of(s) : Atom.of(s);
        }
        return c == '-' || c >= '0' && c <= '9' ? number() : word();
    }

    /** Behind a part: the whole value if it was the last part, else null. */
    private @Nullable Term further(Deque<Open> open, Open outer) throws Malformed {
        blanks();
        if (!goesOn(outer.isObject ? '}' : ']')) {
            open.pop();
            return outer.close();
        }
        if (outer.isObject) {
            outer.key = key();
        }
        return null;
    }

    private Term word() throws Malformed {
        if (text.startsWith("true", at)) {
            at += 4;
            return TRUE;
        } else if (text.startsWith("false", at)) {
            at += 5;
            return FALSE;
        } else if (text.startsWith("null", at)) {
            at += 4;
            return nullTerm;
        }
        throw new Malformed("There must be a value", at);
    }

    private Term number() throws Malformed {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        Numeric n = Values.number(text.substring(start, at));
        if (n == null) {
            throw new Malformed("There is something that is no number", start);
        }
        return n;
    }

    private String string() throws Malformed {
        int start = at;
        StringBuilder out = null;
        while (true) {
            int c = peek();
            if (c < 0) {
                throw new Malformed("A string is never closed", start - 1);
            }
            at++;
            if (c == '"') {
                return out == null ? text.substring(start, at - 1) : out.toString();
            } else if (c == '\\') {
                if (out == null) {
                    out = new StringBuilder().append(text, start, at - 1);
                }
                out.append(escape());
            } else if (out != null) {
                out.append((char) c);
            }
        }
    }

    private char escape() throws Malformed {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed("There is an unknown escape", at - 2);
        };
    }

    private char unicode() throws Malformed {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = peek();
            int digit = c < 128 && c > 0 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new Malformed("There must be four hexadecimal digits", at);
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void expect(char wanted, String otherwise) throws Malformed {
        if (peek() != wanted) {
            throw new Malformed(otherwise, at);
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }
}
