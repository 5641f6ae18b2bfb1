package dev.clew.data.databases;

import dev.clew.rules.sources.SourceException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A table or view that the database knows. */
record TableName(@Nullable String catalog, @Nullable String schema, String table) {
    /**
     * Looks for a table. One of the connection's own schema comes first, then one whose name
     * differs in case only, then one of another schema.
     */
    static TableName find(Session session, String wanted, @Nullable String schema)
            throws SQLException {
        int dot = schema == null ? wanted.indexOf('.') : -1;
        List<TableName> all = all(session.connection());
        List<TableName> found = matching(all, wanted, schema, session.connection());
        if (found.isEmpty() && dot > 0) {
            found =
                    matching(
                            all,
                            wanted.substring(dot + 1),
                            wanted.substring(0, dot),
                            session.connection());
        }
        if (found.isEmpty()) {
            throw missing(session, wanted, all);
        } else if (found.size() > 1) {
            throw ambiguous(session, wanted, found);
        }
        return found.get(0);
    }

    private static List<TableName> all(Connection connection) throws SQLException {
        List<TableName> all = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TABLE_TYPE"));
                if (type.contains("TABLE") || type.contains("VIEW")) {
                    all.add(
                            new TableName(
                                    rows.getString("TABLE_CAT"),
                                    rows.getString("TABLE_SCHEM"),
                                    rows.getString("TABLE_NAME")));
                }
            }
        }
        return all;
    }

    private static List<TableName> matching(
            List<TableName> all, String table, @Nullable String schema, Connection connection)
            throws SQLException {
        String own = schema == null ? connection.getSchema() : schema;
        for (boolean exact : new boolean[] {true, false}) {
            for (boolean anySchema : new boolean[] {false, true}) {
                List<TableName> found = new ArrayList<>();
                for (TableName t : all) {
                    if (same(t.table, table, exact)
                            && (schema == null && anySchema
                                    || t.schema == null
                                    || own == null
                                    || same(t.schema, own, exact))) {
                        found.add(t);
                    }
                }
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean same(String a, String b, boolean exact) {
        return exact ? a.equals(b) : a.equalsIgnoreCase(b);
    }

    private static SourceException missing(Session session, String wanted, List<TableName> all) {
        TreeSet<String> names = new TreeSet<>();
        for (TableName t : all) {
            names.add(t.table);
        }
        return SourceException.missingTable(
                wanted,
                "The database (" + session.connector().name() + ") has no table (" + wanted + ").",
                SourceException.nearest(wanted, new ArrayList<>(names)));
    }

    private static SourceException ambiguous(
            Session session, String wanted, List<TableName> found) {
        List<String> names = new ArrayList<>();
        for (TableName t : found) {
            names.add(t.schema == null ? t.table : t.schema + "." + t.table);
        }
        return SourceException.missingTable(
                wanted,
                "The database ("
                        + session.connector().name()
                        + ") has several tables ("
                        + wanted
                        + "): "
                        + String.join(", ", names)
                        + ".",
                "Maybe name the schema: jdbc(Url, Table, [schema(Schema)]).");
    }

    /** The table as it stands in a statement. */
    String quoted(String quote) {
        String within = schema != null ? schema : catalog;
        return within == null
                ? quoted(table, quote)
                : quoted(within, quote) + "." + quoted(table, quote);
    }

    /** A name as it stands in a statement; the database itself has told it. */
    static String quoted(String name, String quote) {
        if (quote.isEmpty()) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw SourceException.missingTable(
                        name,
                        "The name (" + name + ") cannot be written: the database has no quotes.",
                        null);
            }
            return name;
        }
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** A pattern of the metadata that fits a name only. */
    static @Nullable String pattern(DatabaseMetaData meta, @Nullable String name)
            throws SQLException {
        String escape = meta.getSearchStringEscape();
        if (name == null || escape == null || escape.isEmpty()) {
            return name;
        }
        return name.replace(escape, escape + escape)
                .replace("_", escape + "_")
                .replace("%", escape + "%");
    }
}
