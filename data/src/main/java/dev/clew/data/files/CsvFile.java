package dev.clew.data.files;

import dev.clew.data.FileOptions;
import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.terms.Term;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file with the columns that a predicate wants. */
public final class CsvFile implements FileFormat {
    private final Path file;
    private final String name;
    private final Head head;
    private final FileOptions options;

    /** A file for a predicate. */
    public CsvFile(Path file, Head head, FileOptions options) {
        this.file = file;
        this.name = file.toString();
        this.head = head;
        this.options = options;
    }

    @Override
    public int width() {
        return head.arity();
    }

    @Override
    public Records open() throws IOException {
        CsvText text = new CsvText(Utf8.open(file), options.separator(), name);
        try {
            return new Lines(text);
        } catch (IOException | SourceException e) {
            text.close();
            throw e;
        }
    }

    /** The rows behind the header. */
    private final class Lines implements Records {
        private final CsvText text;
        private final List<String> fields = new ArrayList<>();
        private final int[] places;
        private int width;

        Lines(CsvText text) throws IOException {
            this.text = text;
            if (options.header()) {
                text.next(fields);
                width = fields.size();
                places = Columns.find(head, fields, name);
            } else {
                places = new int[head.arity()];
                for (int i = 0; i < places.length; i++) {
                    places[i] = i;
                }
            }
        }

        @Override
        public boolean next() throws IOException {
            if (!text.next(fields)) {
                return false;
            } else if (width == 0) {
                width = fields.size();
                requireWidth();
            } else if (fields.size() != width) {
                throw uneven();
            }
            return true;
        }

        /** Without a header, the first row says how many columns there are. */
        private void requireWidth() {
            if (width < places.length) {
                String wanted = head.columns().get(width);
                String column = wanted.isEmpty() ? Integer.toString(width + 1) : wanted;
                throw SourceException.missingColumn(
                        column,
                        at()
                                + "The row has "
                                + width
                                + " fields, so there is no column ("
                                + column
                                + ") at place "
                                + (width + 1)
                                + ".",
                        null);
            }
        }

        private SourceException uneven() {
            return SourceException.malformed(
                    at() + "The row has " + fields.size() + " fields and must have " + width + ".",
                    "Maybe a field with a comma lacks its quotes, or another separator is used.");
        }

        private String at() {
            return name + ":" + text.line() + ": ";
        }

        @Override
        public int line() {
            return text.line();
        }

        @Override
        public Term value(int argument) {
            String field = fields.get(places[argument]);
            if (field.isEmpty()) {
                return options.nullTerm();
            }
            Term value = Values.of(field, options.type(argument));
            if (value == null) {
                String column = head.columns().get(argument);
                throw SourceException.badValue(
                        column,
                        at()
                                + "The value ("
                                + field
                                + ") of column ("
                                + column
                                + ") must be of type "
                                + options.type(argument).word()
                                + ".",
                        null);
            }
            return value;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
