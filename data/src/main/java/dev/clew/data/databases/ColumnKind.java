package dev.clew.data.databases;

import org.jspecify.annotations.Nullable;

import java.sql.Types;
import java.util.Locale;
import java.util.Set;

/** The types of columns that become terms of their own kind. */
enum ColumnKind {
    INTEGER,
    DECIMAL,
    /** A float of 32 bits, which drivers widen in different ways. */
    SINGLE,
    FLOAT,
    TEXT,
    PADDED_TEXT,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    ZONED_TIMESTAMP,
    /** What has a text but cannot be compared with one: UUIDs, JSON, enumerations. */
    OTHER;

    /** Types of JDBC's VARCHAR that the database compares with a text without a cast. */
    private static final Set<String> COMPARABLE =
            Set.of(
                    "varchar",
                    "text",
                    "character varying",
                    "string",
                    "varchar2",
                    "nvarchar",
                    "nvarchar2",
                    "national character varying",
                    "longvarchar",
                    "name");

    /** The kind of a JDBC type, or null if its values are no terms. */
    static @Nullable ColumnKind of(int type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int bracket = lower.indexOf('(');
        String plain = (bracket < 0 ? lower : lower.substring(0, bracket)).strip();
        if (plain.endsWith("[]") || type == Types.ARRAY || type == Types.STRUCT) {
            return null;
        }
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.REAL -> SINGLE;
            case Types.FLOAT, Types.DOUBLE -> plain.equals("money") ? OTHER : FLOAT;
            case Types.BOOLEAN -> BOOLEAN;
            case Types.BIT -> plain.startsWith("bool") ? BOOLEAN : OTHER;
            case Types.DATE -> DATE;
            case Types.TIME -> plain.equals("timetz") ? OTHER : TIME;
            case Types.TIMESTAMP -> plain.equals("timestamptz") ? ZONED_TIMESTAMP : TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> ZONED_TIMESTAMP;
            case Types.CHAR, Types.NCHAR -> PADDED_TEXT;
            case Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR ->
                    COMPARABLE.contains(plain) ? TEXT : OTHER;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> null;
            default -> isWide(plain) ? DECIMAL : OTHER;
        };
    }

    /** Integers of 128 bits and the like have no type of JDBC. */
    private static boolean isWide(String name) {
        return name.equals("hugeint") || name.equals("uhugeint") || name.equals("ubigint");
    }
}
