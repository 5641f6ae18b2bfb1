package dev.clew.data.declarations;

import dev.clew.data.FileOptions;
import dev.clew.data.Sources;
import dev.clew.data.TableOptions;
import dev.clew.data.databases.Connector;
import dev.clew.data.databases.TableRelation;
import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.Place;
import dev.clew.rules.sources.Source;
import dev.clew.rules.sources.SourceKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Struct;

import java.nio.file.Path;
import java.util.List;

/** The kinds of sources that the directive {@code source/2} knows by this module. */
public final class Kinds {
    private Kinds() {}

    /** {@code csv(File)}, {@code csv(File, Options)}. */
    public static final class CsvKind implements SourceKind {
        /** For the service loader. */
        public CsvKind() {}

        @Override
        public List<String> indicators() {
            return List.of("csv/1", "csv/2");
        }

        @Override
        public Source source(Struct term, Place place) {
            Path file = place.file(Terms.text(term.args[0])).toPath();
            FileOptions options = Terms.csvOptions(term);
            return head -> {
                if (options.header()) {
                    requireNames(head);
                }
                return Sources.csv(file, options).relation(head);
            };
        }
    }

    /** {@code jsonl(File)}, {@code jsonl(File, Options)}. */
    public static final class JsonLinesKind implements SourceKind {
        /** For the service loader. */
        public JsonLinesKind() {}

        @Override
        public List<String> indicators() {
            return List.of("jsonl/1", "jsonl/2");
        }

        @Override
        public Source source(Struct term, Place place) {
            Path file = place.file(Terms.text(term.args[0])).toPath();
            FileOptions options = Terms.jsonLinesOptions(term);
            return head -> {
                requireNames(head);
                return Sources.jsonLines(file, options).relation(head);
            };
        }
    }

    /** {@code jdbc(Url, Table)}, {@code jdbc(Url, Table, Options)}. */
    public static final class DatabaseKind implements SourceKind {
        /** For the service loader. */
        public DatabaseKind() {}

        @Override
        public List<String> indicators() {
            return List.of("jdbc/2", "jdbc/3");
        }

        @Override
        public Source source(Struct term, Place place) {
            Connector connector = Terms.connector(term, place);
            String table = Terms.text(term.args[1]);
            TableOptions options = Terms.tableOptions(term);
            return head -> {
                requireNames(head);
                return new TableRelation(connector, head, table, options);
            };
        }
    }

    private static void requireNames(Head head) {
        int at = head.columns().indexOf("");
        if (at >= 0) {
            throw Errors.of(
                    Struct.of("domain_error", Atom.of("source_head"), Atom.of(head.indicator())),
                    "argument " + (at + 1) + " has no name, so it names no column");
        }
    }
}
