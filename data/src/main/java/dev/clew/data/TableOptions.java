package dev.clew.data;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * How a table of a database is read.
 *
 * @param schema the schema of the table, or null for the one that the connection starts with
 * @param strings whether text becomes strings rather than atoms
 * @param nullTerm what NULL becomes
 * @param fetchSize how many rows are fetched at a time
 */
public record TableOptions(@Nullable String schema, boolean strings, Term nullTerm, int fetchSize) {
    public TableOptions {
        if (fetchSize < 1) {
            throw new IllegalArgumentException(
                    "The `fetchSize` (" + fetchSize + ") must be positive.");
        }
    }

    /** Text as atoms, {@code null} for NULL, 500 rows at a time. */
    public static TableOptions standard() {
        return new TableOptions(null, false, Atom.of("null"), 500);
    }

    /** These options with a schema. */
    public TableOptions withSchema(String schema) {
        return new TableOptions(schema, strings, nullTerm, fetchSize);
    }

    /** These options with text as strings, or as atoms. */
    public TableOptions withStrings(boolean strings) {
        return new TableOptions(schema, strings, nullTerm, fetchSize);
    }

    /** These options with another term for NULL. */
    public TableOptions withNull(Term nullTerm) {
        return new TableOptions(schema, strings, nullTerm, fetchSize);
    }

    /** These options with another number of rows that are fetched at a time. */
    public TableOptions withFetchSize(int fetchSize) {
        return new TableOptions(schema, strings, nullTerm, fetchSize);
    }
}
