package dev.clew.data.databases;

import dev.clew.data.TableOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Values of a database as terms. */
final class Cells {
    private static final Atom NONE = Atom.MINUS;

    private Cells() {}

    /** The value of a column of the present row; columns count from 1. */
    static Term of(ResultSet row, int column, ColumnKind kind, TableOptions options)
            throws SQLException {
        Term value =
                switch (kind) {
                    case INTEGER -> Int.of(row.getLong(column));
                    case SINGLE -> Flt.of(row.getFloat(column));
                    case FLOAT -> Flt.of(row.getDouble(column));
                    case BOOLEAN -> row.getBoolean(column) ? Atom.TRUE : Atom.FALSE;
                    default -> ofObject(row, column, kind, options);
                };
        return row.wasNull() ? options.nullTerm() : value;
    }

    private static Term ofObject(ResultSet row, int column, ColumnKind kind, TableOptions options)
            throws SQLException {
        return switch (kind) {
            case DECIMAL -> decimal(row.getObject(column));
            case DATE -> date(row.getObject(column, LocalDate.class));
            case TIME -> time(row.getObject(column, LocalTime.class));
            case TIMESTAMP -> timestamp(row.getObject(column, LocalDateTime.class));
            case ZONED_TIMESTAMP -> zoned(row.getObject(column, OffsetDateTime.class));
            case PADDED_TEXT -> padded(row.getString(column), options);
            default -> text(row.getString(column), options);
        };
    }

    private static Term text(@Nullable String s, TableOptions options) {
        return s == null ? NONE : options.strings() ? Str.of(s) : Atom.of(s);
    }

    /** Blanks at the end of a CHAR are there to fill it. */
    private static Term padded(@Nullable String s, TableOptions options) {
        int end = s == null ? 0 : s.length();
        while (s != null && end > 0 && s.charAt(end - 1) == ' ') {
            end--;
        }
        return text(s == null ? null : s.substring(0, end), options);
    }

    /** A whole number is an integer, another one the nearest float. */
    private static Term decimal(@Nullable Object value) {
        if (value == null) {
            return NONE;
        } else if (value instanceof BigInteger i) {
            return Int.of(i);
        } else if (value instanceof Double d) {
            return Flt.of(d);
        }
        BigDecimal d = value instanceof BigDecimal b ? b : new BigDecimal(value.toString());
        BigDecimal plain = d.signum() == 0 ? BigDecimal.ZERO : d.stripTrailingZeros();
        return plain.scale() <= 0 ? Int.of(plain.toBigIntegerExact()) : Flt.of(d.doubleValue());
    }

    private static Term date(@Nullable LocalDate d) {
        return d == null
                ? NONE
                : Struct.of(
                        "date",
                        Int.of(d.getYear()),
                        Int.of(d.getMonthValue()),
                        Int.of(d.getDayOfMonth()));
    }

    private static Term time(@Nullable LocalTime t) {
        return t == null
                ? NONE
                : Struct.of("time", Int.of(t.getHour()), Int.of(t.getMinute()), seconds(t));
    }

    private static Term timestamp(@Nullable LocalDateTime t) {
        return t == null ? NONE : dateTime(t, NONE, NONE);
    }

    private static Term zoned(@Nullable OffsetDateTime t) {
        return t == null
                ? NONE
                : dateTime(
                        t.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                        Int.of(0),
                        Atom.of("UTC"));
    }

    private static Term dateTime(LocalDateTime t, Term offset, Term zone) {
        return Struct.of(
                "date",
                Int.of(t.getYear()),
                Int.of(t.getMonthValue()),
                Int.of(t.getDayOfMonth()),
                Int.of(t.getHour()),
                Int.of(t.getMinute()),
                seconds(t.toLocalTime()),
                offset,
                zone,
                NONE);
    }

    private static Term seconds(LocalTime t) {
        return Flt.of((t.getSecond() * 1_000_000_000L + t.getNano()) / 1e9);
    }
}
