package dev.clew.data;

import dev.clew.data.databases.Connector;
import dev.clew.data.databases.TableRelation;
import dev.clew.data.files.CsvFile;
import dev.clew.data.files.FileRelation;
import dev.clew.data.files.JsonLinesFile;
import dev.clew.rules.sources.Source;

import java.nio.file.Path;

import javax.sql.DataSource;

/** Makes sources for {@link dev.clew.rules.Engine#source}. */
public final class Sources {
    private Sources() {}

    /** A CSV file (RFC 4180) in UTF-8. */
    public static Source csv(Path file) {
        return csv(file, FileOptions.csv());
    }

    /** A CSV file (RFC 4180) in UTF-8. */
    public static Source csv(Path file, FileOptions options) {
        return head -> new FileRelation(file, new CsvFile(file, head, options));
    }

    /** A file in UTF-8 with a JSON object on each line. */
    public static Source jsonLines(Path file) {
        return jsonLines(file, FileOptions.jsonLines());
    }

    /** A file in UTF-8 with a JSON object on each line. */
    public static Source jsonLines(Path file, FileOptions options) {
        return head -> new FileRelation(file, new JsonLinesFile(file, head, options));
    }

    /** A table or view of a database. The data source may be a pool of connections. */
    public static Source table(DataSource database, String table) {
        return table(database, table, TableOptions.standard());
    }

    /** A table or view of a database. The data source may be a pool of connections. */
    public static Source table(DataSource database, String table, TableOptions options) {
        return head -> new TableRelation(Connector.of(database), head, table, options);
    }
}
