package dev.clew.data.databases;

import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.SourceException;

import org.jspecify.annotations.Nullable;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a predicate reads: a table that the database knows, and a column of it for each argument.
 *
 * @param from the table, quoted, with its schema
 * @param columns the column of each argument
 * @param quote what the database quotes names with
 * @param key the names of the columns of the primary key
 */
record Layout(String from, List<Column> columns, String quote, List<String> key) {
    /** Looks the table and its columns up in the database. */
    static Layout of(Session session, Head head, String table, @Nullable String schema)
            throws SQLException {
        DatabaseMetaData meta = session.connection().getMetaData();
        String quote = quote(meta);
        TableName name = TableName.find(session, table, schema);
        List<Column> all = new ArrayList<>();
        List<String> types = new ArrayList<>();
        columns(meta, name, all, types);
        List<Column> wanted = new ArrayList<>();
        for (String column : head.columns()) {
            wanted.add(column(session, column, table, all, types));
        }
        return new Layout(name.quoted(quote), wanted, quote, key(meta, name));
    }

    private static String quote(DatabaseMetaData meta) throws SQLException {
        String quote = meta.getIdentifierQuoteString();
        return quote == null || quote.isBlank() ? "" : quote.strip();
    }

    private static void columns(
            DatabaseMetaData meta, TableName name, List<Column> all, List<String> types)
            throws SQLException {
        try (ResultSet rows =
                meta.getColumns(
                        name.catalog(),
                        TableName.pattern(meta, name.schema()),
                        TableName.pattern(meta, name.table()),
                        null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TYPE_NAME"));
                ColumnKind kind = ColumnKind.of(rows.getInt("DATA_TYPE"), type);
                all.add(new Column(rows.getString("COLUMN_NAME"), kind == null ? NONE : kind));
                types.add(kind == null ? type : "");
            }
        }
    }

    /** Stands for no kind until somebody wants the column. */
    private static final ColumnKind NONE = ColumnKind.OTHER;

    private static Column column(
            Session session, String wanted, String table, List<Column> all, List<String> types) {
        int found = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(wanted)) {
                found = i;
                break;
            } else if (found < 0 && Head.isSameName(wanted, all.get(i).name())) {
                found = i;
            }
        }
        String place = "The table (" + table + ") of (" + session.connector().name() + ")";
        if (found < 0) {
            throw missing(wanted, all, place);
        } else if (!types.get(found).isEmpty()) {
            throw SourceException.badValue(
                    all.get(found).name(),
                    place
                            + " has a column ("
                            + all.get(found).name()
                            + ") of type "
                            + types.get(found)
                            + ", whose values are no terms.",
                    "Maybe read a view that leaves it out or turns it into text.");
        }
        return all.get(found);
    }

    private static SourceException missing(String wanted, List<Column> all, String place) {
        List<String> names = new ArrayList<>();
        for (Column c : all) {
            names.add(c.name());
        }
        return SourceException.missingColumn(
                wanted,
                place
                        + " has no column ("
                        + wanted
                        + "). It has: "
                        + String.join(", ", names)
                        + ".",
                SourceException.nearest(wanted, names));
    }

    private static List<String> key(DatabaseMetaData meta, TableName name) throws SQLException {
        List<String> key = new ArrayList<>();
        try (ResultSet rows = meta.getPrimaryKeys(name.catalog(), name.schema(), name.table())) {
            while (rows.next()) {
                key.add(rows.getString("COLUMN_NAME"));
            }
        }
        return key;
    }

    /** A name as it stands in a statement. */
    String quoted(String name) {
        return TableName.quoted(name, quote);
    }
}
