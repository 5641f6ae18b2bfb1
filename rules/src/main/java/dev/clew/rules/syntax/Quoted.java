package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** Reads quoted text and escape sequences (ISO 6.4.2.1). */
final class Quoted {
    /**
     * What {@link #escape} gives for an escape that stands for no character, an escaped line end.
     */
    static final int NOTHING = -2;

    private static final int INVALID = -3;

    private final Input in;
    private final StringBuilder buffer;
    private @Nullable SyntaxError error;

    Quoted(Input in, StringBuilder buffer) {
        this.in = in;
        this.buffer = buffer;
    }

    /**
     * The text up to the closing quote; the opening one was read. A bad escape is reported when the
     * text is over.
     */
    String read(int quote) {
        StringBuilder b = buffer;
        b.setLength(0);
        error = null;
        int line = in.line();
        int column = in.column() - 1;
        long start = in.offset() - 1;
        while (true) {
            int c = in.readRaw();
            if (c == quote) {
                if (in.peekRaw() != quote) {
                    break;
                }
                in.readRaw();
                b.appendCodePoint(quote);
            } else if (c == '\\') {
                int escaped = escape();
                if (escaped >= 0) {
                    b.appendCodePoint(escaped);
                }
            } else if (c == -1) {
                throw unclosed(quote, line, column, start);
            } else if (c == '\n') {
                throw broken(quote, line, column, start);
            } else {
                if (c < ' ' && quote == '\'') {
                    rawControl(c);
                }
                b.appendCodePoint(c);
            }
        }
        if (error != null) {
            throw error;
        }
        return b.toString();
    }

    private static SyntaxError unclosed(int quote, int line, int column, long start) {
        Term kind = Atom.of(quote == '\'' ? "quoted" : quote == '"' ? "string" : "codes");
        return new SyntaxError(
                Struct.of("end_of_file_in_quoted", kind),
                "The file ends within the quoted text that starts here. Maybe a closing ("
                        + (char) quote
                        + ") is missing.",
                line,
                column,
                start);
    }

    private static SyntaxError broken(int quote, int line, int column, long start) {
        return new SyntaxError(
                "end_of_line_in_quoted",
                "The line ends within the quoted text that starts here. Maybe a closing ("
                        + (char) quote
                        + ") is missing; a line end itself is written (\\n), or (\\) before it"
                        + " leaves it out.",
                line,
                column,
                start);
    }

    private void rawControl(int c) {
        String name =
                c == '\t'
                        ? "tab, written (\\t)"
                        : "control character, written (\\x" + Integer.toHexString(c) + "\\)";
        invalid(
                in.error(
                        "illegal_character_in_quoted",
                        "A quoted atom must not hold a " + name + "."));
    }

    private int invalid(SyntaxError found) {
        if (error == null) {
            error = found;
        }
        return INVALID;
    }

    /** The character that an escape sequence of {@code 0'} stands for. */
    int characterEscape() {
        error = null;
        int c = escape();
        if (error != null) {
            throw error;
        }
        return c;
    }

    /** The character that an escape sequence stands for; its backslash was read. */
    private int escape() {
        int c = in.readRaw();
        switch (c) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case '\\', '\'', '"', '`':
                return c;
            case '\n':
                return NOTHING;
            case '\r':
                if (in.peekRaw() == '\n') {
                    in.readRaw();
                    return NOTHING;
                }
                return undefined(c);
            case 'a':
                return 7;
            case 'b':
                return 8;
            case 'f':
                return 12;
            case 'r':
                return 13;
            case 'v':
                return 11;
            case 'e':
                return 27;
            case 's':
                return ' ';
            case 'x':
                return coded(in.readRaw(), 16);
            case 'c':
                skipLayout();
                return NOTHING;
            case 'u':
                return fixed(4);
            case 'U':
                return fixed(8);
            case -1:
                return invalid(in.error("end_of_file", "The file ends within an escape sequence."));
            default:
                return c >= '0' && c <= '7' ? coded(c, 8) : undefined(c);
        }
    }

    private void skipLayout() {
        while (Chars.kind(in.peekRaw()) == Chars.LAYOUT) {
            in.readRaw();
        }
    }

    private int undefined(int c) {
        Term id = Struct.of("undefined_char_escape", Atom.ofCodePoint(c));
        String sentence =
                "The escape sequence (\\"
                        + Character.toString(c)
                        + ") does not exist. Maybe a backslash is meant: write (\\\\).";
        return invalid(new SyntaxError(id, sentence, in.line(), in.column() - 2, in.offset() - 2));
    }

    /** A character code with a closing backslash; {@code digit} is its first digit. */
    private int coded(int digit, int base) {
        if (Chars.digit(digit) >= base) {
            return undefined(base == 16 ? 'x' : digit);
        }
        int code = 0;
        int c = digit;
        while (Chars.digit(c) < base) {
            code = Math.min(code * base + Chars.digit(c), Character.MAX_CODE_POINT + 1);
            c = in.peekRaw();
            if (Chars.digit(c) < base) {
                in.readRaw();
            }
        }
        if (c != '\\') {
            return invalid(
                    in.error(
                            "undefined_char_escape",
                            "A character code in quotes must end in a backslash (\\)."));
        }
        in.readRaw();
        return valid(code);
    }

    private int fixed(int digits) {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Chars.digit(in.peekRaw());
            if (digit >= 16) {
                return invalid(
                        in.error(
                                "illegal_escape_sequence",
                                "This escape needs " + digits + " hexadecimal digits."));
            }
            in.readRaw();
            code = Math.min(code * 16 + digit, Character.MAX_CODE_POINT + 1);
        }
        return valid(code);
    }

    private int valid(int code) {
        if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code < 0xE000)) {
            return invalid(
                    in.error(
                            "illegal_character_code",
                            "There is no character with the code in this escape sequence."));
        }
        return code;
    }
}
