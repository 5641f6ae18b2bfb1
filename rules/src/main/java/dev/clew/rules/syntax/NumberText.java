package dev.clew.rules.syntax;

import dev.clew.rules.arithmetic.LongIntegers;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as text: reading them as {@code number_codes/2} does, and writing them. */
public final class NumberText {
    private static final int MOST_DIGITS = 15;

    private NumberText() {}

    /**
     * The number that {@code text} holds, as {@code number_codes/2} reads it: perhaps white space
     * and comments, perhaps a minus sign, then a number and nothing else.
     *
     * @throws SyntaxError {@code illegal_number} if it is no such text
     */
    public static Numeric parse(String text) {
        Numeric number = parseOrNull(text);
        if (number == null) {
            throw new SyntaxError(
                    "illegal_number", "The text (" + text + ") is not a number.", 1, 0, 0);
        }
        return number;
    }

    /** The number that {@link #parse} reads, or null where it fails. */
    public static @Nullable Numeric parseOrNull(String text) {
        Numeric small = decimal(text, text.startsWith("-") ? 1 : 0);
        if (small != null) {
            return small;
        }
        Lexer lexer = new Lexer(new Input(new StringSource(text), null), false);
        try {
            lexer.next();
            boolean negative = lexer.kind <= TokenKind.QUOTED_NAME && lexer.atom == Atom.MINUS;
            if (negative) {
                lexer.next();
            }
            if (lexer.kind != TokenKind.NUMBER || lexer.in.peek() != -1) {
                return null;
            }
            return negative ? negate(lexer.number) : lexer.number;
        } catch (SyntaxError notANumber) {
            return null;
        }
    }

    /**
     * The number that {@code text} is, as {@code atom_number/2} reads it: perhaps a sign, plus or
     * minus, then a number; null if it is none.
     */
    public static @Nullable Numeric exactOrNull(String text) {
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        if (at == text.length() || !Chars.isDecimal(text.charAt(at))) {
            return null;
        }
        return parseOrNull(text.startsWith("+") ? text.substring(1) : text);
    }

    /** The number with the opposite sign. */
    static Numeric negate(Numeric number) {
        if (number instanceof Int i && i.value() != Long.MIN_VALUE) {
            return Int.of(-i.value());
        } else if (number instanceof Flt f) {
            return Flt.of(-f.value());
        }
        return Int.of(
                number instanceof BigInt b ? b.value().negate() : BigInteger.ONE.shiftLeft(63));
    }

    /**
     * The frequent case: a few decimal digits from {@code at} on, after a minus sign if that is not
     * 0.
     */
    private static @Nullable Numeric decimal(String text, int at) {
        if (text.length() == at || text.length() - at > 18) {
            return null;
        }
        long value = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Chars.isDecimal(c)) {
                return null;
            }
            value = value * 10 + (c - '0');
        }
        return Int.of(at == 0 ? value : -value);
    }

    /** The text of a number as it is written. */
    public static String of(Numeric number) {
        if (number instanceof Int i) {
            return Long.toString(i.value());
        } else if (number instanceof Flt f) {
            return of(f.value());
        }
        return LongIntegers.text(((BigInt) number).value(), 10);
    }

    /** An integer in the given base, with small or capital letters. */
    public static String of(Numeric integer, int base, boolean capitals) {
        String text =
                integer instanceof Int i
                        ? Long.toString(i.value(), base)
                        : LongIntegers.text(((BigInt) integer).value(), base);
        return capitals ? text.toUpperCase(Locale.ROOT) : text;
    }

    /**
     * The shortest text that reads back as the same float. There is always a digit on both sides of
     * the point; an exponent is used below 1.0e-4 and from 1.0e15 on.
     */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "1.5NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "1.0Inf" : "-1.0Inf";
        }
        String shortest = Double.toString(value);
        int mark = shortest.indexOf('E');
        double size = Math.abs(value);
        if (mark < 0 && (size >= 1e-3 || size == 0)) {
            return shortest;
        }
        return layOut(shortest, mark < 0 ? shortest.length() : mark);
    }

    /** Lays out the digits and the exponent of Java's notation. */
    private static String layOut(String java, int mark) {
        int sign = java.charAt(0) == '-' ? 1 : 0;
        int point = java.indexOf('.');
        String digits = java.substring(sign, point).concat(java.substring(point + 1, mark));
        int exponent =
                mark == java.length() ? 0 : Integer.parseInt(java, mark + 1, java.length(), 10);
        int before = point - sign + exponent;
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        int end = digits.length();
        while (end > zeros + 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        StringBuilder b = new StringBuilder(32);
        if (sign == 1) {
            b.append('-');
        }
        place(b, digits.substring(zeros, end), before - zeros);
        return b.toString();
    }

    /** Appends digits of which {@code before} stand before the point. */
    private static void place(StringBuilder b, String digits, int before) {
        if (before > MOST_DIGITS || before <= -4) {
            b.append(digits.charAt(0)).append('.');
            b.append(digits.length() > 1 ? digits.substring(1) : "0");
            b.append(before > 0 ? "e+" : "e").append(before - 1);
        } else if (before <= 0) {
            b.append("0.").repeat('0', -before).append(digits);
        } else if (before < digits.length()) {
            b.append(digits, 0, before).append('.').append(digits, before, digits.length());
        } else {
            b.append(digits).repeat('0', before - digits.length()).append(".0");
        }
    }
}
