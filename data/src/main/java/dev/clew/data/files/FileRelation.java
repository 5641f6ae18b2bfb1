package dev.clew.data.files;

import dev.clew.rules.sources.Reading;
import dev.clew.rules.sources.Relation;
import dev.clew.rules.sources.Rows;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rows of a file. The first call reads the file as a stream. From the second call on its rows
 * are kept in memory, unless the file is large compared with the heap, until the file changes.
 */
public final class FileRelation implements Relation {
    /** A file in memory takes about ten times its size; so at most some 60 % of the heap. */
    private static final int SHARE = 16;

    private final Path file;
    private final FileFormat format;

    /** The newest version of the file that a query has begun with. Guarded by this. */
    private @Nullable Version version;

    /** How often that version was asked for rows. Guarded by this. */
    private int calls;

    /** The rows of that version, once they are kept. Guarded by this. */
    private @Nullable Table table;

    /** The relation of a file in some format. */
    public FileRelation(Path file, CsvFile format) {
        this(file, (FileFormat) format);
    }

    /** The relation of a file in some format. */
    public FileRelation(Path file, JsonLinesFile format) {
        this(file, (FileFormat) format);
    }

    private FileRelation(Path file, FileFormat format) {
        this.file = file;
        this.format = format;
    }

    @Override
    public String description() {
        return file.toString();
    }

    @Override
    public OptionalLong size(Reading reading) {
        Table t = snapshot(reading).table;
        return t == null ? OptionalLong.empty() : OptionalLong.of(t.size());
    }

    @Override
    public Rows rows(Term[] arguments, Reading reading) {
        Snapshot s = snapshot(reading);
        Table t = s.table;
        if (t == null) {
            t = kept(s.version);
            s.table = t;
        }
        return t == null ? stream(s.version) : new TableRows(file.toString(), t, arguments);
    }

    /** What a query has seen of the file: the version that it began with. */
    private static final class Snapshot implements AutoCloseable {
        final Version version;
        @Nullable Table table;

        Snapshot(Version version) {
            this.version = version;
        }

        @Override
        public void close() {}
    }

    private Snapshot snapshot(Reading reading) {
        return reading.resource(this, Snapshot.class, () -> new Snapshot(now()));
    }

    private Version now() {
        try {
            return Version.of(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The rows in memory, if it is worth while and possible to have them there. */
    private synchronized @Nullable Table kept(Version wanted) {
        if (!wanted.equals(version)) {
            if (!wanted.equals(now())) {
                return null; // a query that began earlier; what is kept is for later ones
            }
            version = wanted;
            calls = 0;
            table = null;
        }
        if (table == null
                && ++calls > 1
                && wanted.size() <= Runtime.getRuntime().maxMemory() / SHARE) {
            table = load(wanted);
        }
        return table;
    }

    private Table load(Version wanted) {
        requireUnchanged(wanted, now());
        try (Records records = format.open()) {
            Table all = Table.read(records, format.width());
            requireUnchanged(wanted, now());
            return all;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Rows stream(Version wanted) {
        requireUnchanged(wanted, now());
        try {
            return new Stream(wanted, format.open());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void requireUnchanged(Version wanted, Version found) {
        if (!wanted.equals(found)) {
            throw SourceException.changed(
                    "The file (" + file + ") has changed since the query began to read it.",
                    "Maybe ask again.");
        }
    }

    private SourceException unreadable(Exception e) {
        if (e instanceof NoSuchFileException) {
            File folder = file.toAbsolutePath().toFile().getParentFile();
            String[] there = folder == null ? null : folder.list();
            Path name = file.getFileName();
            return SourceException.unavailable(
                    "The file (" + file + ") does not exist.",
                    there == null || name == null
                            ? null
                            : SourceException.nearest(name.toString(), List.of(there)),
                    e);
        } else if (e instanceof CharacterCodingException) {
            return SourceException.malformed(
                    "The file (" + file + ") is not text in UTF-8.",
                    "Maybe convert it: iconv -f latin1 -t utf-8.");
        }
        String why = e.getMessage();
        return SourceException.unavailable(
                "The file (" + file + ") cannot be read: " + (why == null ? e : why), null, e);
    }

    /** The rows as they come from the file. */
    private final class Stream implements Rows {
        private final Version wanted;
        private final Records records;

        Stream(Version wanted, Records records) {
            this.wanted = wanted;
            this.records = records;
        }

        @Override
        public boolean next() {
            try {
                boolean found = records.next();
                if (!found) {
                    requireSameContent();
                }
                return found;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        /** A file that was replaced as a whole stays as it was for those who have opened it. */
        private void requireSameContent() throws IOException {
            Version found;
            try {
                found = Version.of(file);
            } catch (NoSuchFileException e) {
                return;
            }
            if (!wanted.isReplacedBy(found)) {
                requireUnchanged(wanted, found);
            }
        }

        @Override
        public Term value(int argument) {
            return records.value(argument);
        }

        @Override
        public String label() {
            return file + ":" + records.line();
        }

        @Override
        public void close() {
            try {
                records.close();
            } catch (IOException e) {
                // All that was wanted has been read.
            }
        }
    }
}
