package dev.clew.data.files;

import dev.clew.data.ValueType;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** Fields of text as terms. */
final class Values {
    private static final int FITS_LONG = 18;

    private Values() {}

    /** The term that a field stands for, or null if it is not of its type. */
    static @Nullable Term of(String field, ValueType type) {
        return switch (type) {
            case ATOM -> Atom.of(field);
            case STRING -> Str.of(field);
            case AUTO -> numberOr(field, false);
            case AUTO_STRING -> numberOr(field, true);
            case NUMBER -> number(field);
            case INTEGER -> number(field) instanceof Numeric n && !(n instanceof Flt) ? n : null;
            case FLOAT -> asFloat(field);
        };
    }

    private static Term numberOr(String field, boolean strings) {
        Term number = number(field);
        return number != null ? number : strings ? Str.of(field) : Atom.of(field);
    }

    private static @Nullable Term asFloat(String field) {
        return number(field) == null ? null : finite(Double.parseDouble(field));
    }

    /** The number that a field is in decimal notation, or null. */
    static @Nullable Numeric number(String field) {
        int n = field.length();
        int at = n > 0 && (field.charAt(0) == '-' || field.charAt(0) == '+') ? 1 : 0;
        int whole = digits(field, at);
        if (whole == at) {
            return null;
        } else if (whole == n) {
            return integer(field, at, n);
        }
        int end = whole;
        if (field.charAt(end) == '.') {
            int fraction = digits(field, end + 1);
            if (fraction == end + 1) {
                return null;
            }
            end = fraction;
        }
        end = exponent(field, end);
        return end == n ? finite(Double.parseDouble(field)) : null;
    }

    private static int exponent(String field, int at) {
        int n = field.length();
        if (at == n || field.charAt(at) != 'e' && field.charAt(at) != 'E') {
            return at;
        }
        int start = at + 1;
        if (start < n && (field.charAt(start) == '-' || field.charAt(start) == '+')) {
            start++;
        }
        int end = digits(field, start);
        return end == start ? at : end;
    }

    private static int digits(String field, int from) {
        int at = from;
        while (at < field.length() && field.charAt(at) >= '0' && field.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static Numeric integer(String field, int digits, int end) {
        return end - digits <= FITS_LONG
                ? Int.of(Long.parseLong(field))
                : Int.of(new BigInteger(field.startsWith("+") ? field.substring(1) : field));
    }

    private static @Nullable Numeric finite(double value) {
        return Double.isFinite(value) ? Flt.of(value) : null;
    }
}
