package dev.clew.data.databases;

import dev.clew.data.TableOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * What an argument of a call says about a column: a piece of SQL with parameters. It holds for each
 * row whose value unifies with the argument, and perhaps for others.
 *
 * @param sql with {@code %} for the column; empty if nothing can be said
 * @param parameters the values for its question marks
 */
record Condition(String sql, List<Object> parameters) {
    /** Says nothing. */
    static final Condition ANY = new Condition("", List.of());

    /** No value can be meant. */
    static final Condition NONE = new Condition("1 = 0", List.of());

    private static final String EQUAL = "% = ?";
    private static final String NULL = "% IS NULL";

    static Condition of(Term argument, ColumnKind kind, TableOptions options) {
        if (argument instanceof Var) {
            return ANY;
        }
        Condition value = ofValue(argument, kind, options.strings());
        if (!argument.equals(options.nullTerm())) {
            return value;
        } else if (value == NONE) {
            return new Condition(NULL, List.of());
        } else if (value == ANY) {
            return ANY;
        }
        return new Condition("(" + NULL + " OR " + value.sql + ")", value.parameters);
    }

    private static Condition ofValue(Term t, ColumnKind kind, boolean strings) {
        return switch (kind) {
            case INTEGER -> t instanceof Int i ? equal(i.value()) : NONE;
            case DECIMAL -> decimal(t);
            case SINGLE, FLOAT -> t instanceof Flt f ? equal(f.value()) : NONE;
            case TEXT -> text(t, strings);
            case PADDED_TEXT -> padded(t, strings);
            case BOOLEAN -> t == Atom.TRUE || t == Atom.FALSE ? equal(t == Atom.TRUE) : NONE;
            case DATE -> t instanceof Compound c ? date(c) : NONE;
            case TIME, TIMESTAMP, ZONED_TIMESTAMP -> t instanceof Atomic ? NONE : ANY;
            case OTHER -> isText(t, strings) ? ANY : NONE;
        };
    }

    private static Condition equal(Object value) {
        return new Condition(EQUAL, List.of(value));
    }

    /** A float stands for each decimal that is nearest to it. */
    private static Condition decimal(Term t) {
        if (t instanceof Int i) {
            return equal(BigDecimal.valueOf(i.value()));
        } else if (t instanceof BigInt b) {
            return equal(new BigDecimal(b.value()));
        } else if (t instanceof Flt f && Double.isFinite(f.value())) {
            return near(f.value());
        }
        return t instanceof Flt ? ANY : NONE;
    }

    /** Databases turn decimals into floats with errors of their own, which the margin covers. */
    private static Condition near(double value) {
        double margin = Math.abs(value) * 1e-12;
        return new Condition("% BETWEEN ? AND ?", List.of(value - margin, value + margin));
    }

    private static boolean isText(Term t, boolean strings) {
        return strings ? t instanceof Str : t instanceof Atom;
    }

    private static Condition text(Term t, boolean strings) {
        String text = isText(t, strings) ? textOf(t) : null;
        return text == null ? NONE : isSendable(text) ? equal(text) : ANY;
    }

    private static Condition padded(Term t, boolean strings) {
        String text = isText(t, strings) ? textOf(t) : null;
        if (text == null || text.endsWith(" ")) {
            return NONE;
        }
        return isSendable(text) ? equal(text) : ANY;
    }

    private static @Nullable String textOf(Term t) {
        return t instanceof Atom a ? a.name() : t instanceof Str s ? s.value() : null;
    }

    /** Databases differ in what they do about the null character and halves of surrogate pairs. */
    private static boolean isSendable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static Condition date(Compound c) {
        if (!c.name().name().equals("date") || c.arity() != 3) {
            return NONE;
        }
        int[] parts = new int[3];
        for (int i = 0; i < 3; i++) {
            Term part = c.arg(i).deref();
            if (part instanceof Var) {
                return ANY;
            } else if (!(part instanceof Int n) || n.value() != (int) n.value()) {
                return NONE;
            } else {
                parts[i] = (int) n.value();
            }
        }
        try {
            return equal(LocalDate.of(parts[0], parts[1], parts[2]));
        } catch (DateTimeException e) {
            return NONE;
        }
    }
}
