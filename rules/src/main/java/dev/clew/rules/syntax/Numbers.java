package dev.clew.rules.syntax;

import dev.clew.rules.arithmetic.LongIntegers;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

/** Reads number tokens (ISO 6.4.4, 6.4.5). */
final class Numbers {
    private final Input in;
    private final StringBuilder buffer;
    private final Quoted quoted;

    Numbers(Input in, StringBuilder buffer, Quoted quoted) {
        this.in = in;
        this.buffer = buffer;
        this.quoted = quoted;
    }

    /** The number whose first digit was read. */
    Numeric read(int first) {
        int next = in.peek();
        if (first == '0' && next > '9') {
            int base = next == 'x' ? 16 : next == 'o' ? 8 : next == 'b' ? 2 : 0;
            if (base != 0) {
                return special(next, base);
            }
        }
        buffer.setLength(0);
        digits(first);
        next = in.peek();
        if (next == '.') {
            return fraction();
        } else if (next == '\'') {
            return quote();
        }
        return integer(10);
    }

    /** Appends a run of decimal digits, of which {@code first} was read. */
    private void digits(int first) {
        buffer.append((char) first);
        while (true) {
            int c = in.peek();
            if (c == '_') {
                in.read();
                if (!Chars.isDecimal(in.peek())) {
                    in.unread('_');
                    return;
                }
                c = in.peek();
            } else if (!Chars.isDecimal(c)) {
                return;
            }
            buffer.append((char) c);
            in.read();
        }
    }

    private Numeric integer(int base) {
        StringBuilder b = buffer;
        if (b.length() <= (base == 10 ? 18 : 12)) {
            return Int.of(Long.parseLong(b, 0, b.length(), base));
        }
        return Int.of(LongIntegers.parse(b.toString(), base));
    }

    private Numeric special(int mark, int base) {
        in.read();
        if (Chars.digit(in.peek()) >= base) {
            in.unread(mark);
            return Int.of(0);
        }
        return radix(base);
    }

    private Numeric radix(int base) {
        buffer.setLength(0);
        while (Chars.digit(in.peek()) < base) {
            buffer.append((char) in.read());
        }
        return integer(base);
    }

    /**
     * After digits and before a quote: a character code {@code 0'c}, or a number with its base
     * {@code 16'FF}.
     */
    private Numeric quote() {
        in.read();
        long base = buffer.length() > 3 ? 99 : Long.parseLong(buffer, 0, buffer.length(), 10);
        if (base == 0 && buffer.length() == 1) {
            int code = character();
            return Int.of(code);
        }
        if (base < 2 || base > 36 || Chars.digit(in.peek()) >= base) {
            in.unread('\'');
            return integer(10);
        }
        return radix((int) base);
    }

    private int character() {
        int c = in.peekRaw();
        if (c == '\\') {
            in.readRaw();
            int escaped = quoted.characterEscape();
            if (escaped < 0) {
                throw noCharacter();
            }
            return escaped;
        } else if (c == '\'') {
            in.readRaw();
            if (in.peekRaw() != '\'') {
                throw noCharacter();
            }
        } else if (c < ' ') {
            throw noCharacter();
        }
        return in.readRaw();
    }

    private SyntaxError noCharacter() {
        return in.error(
                "end_of_clause_expected",
                "A character is expected after (0'). Maybe a quote is meant: write (0''').");
    }

    private Numeric fraction() {
        in.read();
        if (!Chars.isDecimal(in.peek())) {
            in.unread('.');
            return integer(10);
        }
        StringBuilder b = buffer;
        b.append('.');
        digits(in.read());
        int mark = in.peek();
        if (mark == 'e' || mark == 'E') {
            exponent();
        } else if (mark == 'I' || mark == 'N') {
            return infiniteOrUndefined();
        }
        double value = Double.parseDouble(b.toString());
        if (Double.isInfinite(value)) {
            throw in.error(
                    "illegal_number",
                    "The number is too large for a float. Maybe write it as an integer.");
        }
        return Flt.of(value);
    }

    private void exponent() {
        int mark = in.read();
        int sign = in.peek();
        if (sign == '+' || sign == '-') {
            in.read();
        } else {
            sign = 0;
        }
        if (!Chars.isDecimal(in.peek())) {
            if (sign != 0) {
                in.unread(sign);
            }
            in.unread(mark);
            return;
        }
        buffer.append('e');
        if (sign != 0) {
            buffer.append((char) sign);
        }
        while (Chars.isDecimal(in.peek())) {
            buffer.append((char) in.read());
        }
    }

    /** The special floats {@code 1.0Inf} and {@code 1.5NaN}, which go beyond ISO. */
    private Numeric infiniteOrUndefined() {
        String word = in.peek() == 'I' ? "Inf" : "NaN";
        for (int i = 0; i < 3; i++) {
            if (in.peek() != word.charAt(i)) {
                for (int j = i - 1; j >= 0; j--) {
                    in.unread(word.charAt(j));
                }
                return Flt.of(Double.parseDouble(buffer.toString()));
            }
            in.read();
        }
        if (word.equals("NaN")) {
            return Flt.of(Double.NaN);
        }
        return Flt.of(Double.POSITIVE_INFINITY);
    }
}
