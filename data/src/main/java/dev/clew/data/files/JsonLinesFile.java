package dev.clew.data.files;

import dev.clew.data.FileOptions;
import dev.clew.data.ValueType;
import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with a JSON object on each line, with the members that a predicate wants. An object may
 * lack members, but not all objects the same one.
 */
public final class JsonLinesFile implements FileFormat {
    private final Path file;
    private final Head head;
    private final FileOptions options;

    /** A file for a predicate. */
    public JsonLinesFile(Path file, Head head, FileOptions options) {
        this.file = file;
        this.head = head;
        this.options = options;
    }

    @Override
    public int width() {
        return head.arity();
    }

    @Override
    public Records open() throws IOException {
        checkColumns();
        return new Objects(new BufferedReader(Utf8.open(file)));
    }

    /** Reads until each column was met once, which is on the first line as a rule. */
    private void checkColumns() throws IOException {
        List<String> met = new ArrayList<>();
        try (Objects objects = new Objects(new BufferedReader(Utf8.open(file)))) {
            boolean any = false;
            while (objects.next()) {
                any = true;
                for (String name : objects.names) {
                    if (!met.contains(name)) {
                        met.add(name);
                    }
                }
                if (missing(met) == null) {
                    return;
                }
            }
            String missing = missing(met);
            if (any && missing != null) {
                throw Columns.missing(missing, met, file.toString());
            }
        }
    }

    private @Nullable String missing(List<String> met) {
        for (String column : head.columns()) {
            if (place(column, met) < 0) {
                return column;
            }
        }
        return null;
    }

    private static int place(String column, List<String> names) {
        int exact = names.lastIndexOf(column);
        for (int i = names.size() - 1; exact < 0 && i >= 0; i--) {
            if (Head.isSameName(column, names.get(i))) {
                return i;
            }
        }
        return exact;
    }

    /** The objects, line by line. */
    private final class Objects implements Records {
        private final BufferedReader in;
        private final List<String> names = new ArrayList<>();
        private final List<Term> values = new ArrayList<>();
        private int line;

        Objects(BufferedReader in) {
            this.in = in;
        }

        @Override
        public boolean next() throws IOException {
            String text = in.readLine();
            line++;
            while (text != null && text.isBlank()) {
                text = in.readLine();
                line++;
            }
            if (text == null) {
                return false;
            }
            names.clear();
            values.clear();
            try {
                new JsonText(text, options.strings(), options.nullTerm()).object(names, values);
            } catch (JsonText.Malformed e) {
                throw SourceException.malformed(
                        file + ":" + line + ": " + e.getMessage() + ".", null);
            }
            return true;
        }

        @Override
        public int line() {
            return line;
        }

        @Override
        public Term value(int argument) {
            String column = head.columns().get(argument);
            int place = place(column, names);
            Term value = place < 0 ? options.nullTerm() : values.get(place);
            Term typed = value.equals(options.nullTerm()) ? value : typed(value, argument);
            if (typed == null) {
                throw SourceException.badValue(
                        column,
                        file
                                + ":"
                                + line
                                + ": The value ("
                                + value
                                + ") of member ("
                                + column
                                + ") must be of type "
                                + options.type(argument).word()
                                + ".",
                        null);
            }
            return typed;
        }

        private @Nullable Term typed(Term value, int argument) {
            ValueType type = options.type(argument);
            return switch (type) {
                case AUTO, AUTO_STRING -> value;
                case ATOM -> value instanceof Str s ? Atom.of(s.value()) : asText(value, type);
                case STRING -> value instanceof Atom a ? Str.of(a.name()) : asText(value, type);
                case NUMBER -> value instanceof Numeric ? value : null;
                case INTEGER -> value instanceof Numeric && !(value instanceof Flt) ? value : null;
                case FLOAT ->
                        value instanceof Int i
                                ? Flt.of(i.value())
                                : value instanceof Flt ? value : null;
            };
        }

        private @Nullable Term asText(Term value, ValueType type) {
            boolean isText = type == ValueType.ATOM ? value instanceof Atom : value instanceof Str;
            return isText ? value : null;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
