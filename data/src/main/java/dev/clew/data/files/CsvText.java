package dev.clew.data.files;

import dev.clew.rules.sources.SourceException;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Splits comma-separated values into fields (Y. Shafranovich, RFC 4180, 2005, section 2). Lines may
 * end in a line feed alone; lines without any character are passed over.
 */
final class CsvText implements Closeable {
    private static final int MOST = 1 << 26;

    private final Reader in;
    private final char separator;
    private final String file;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder field = new StringBuilder();
    private int at;
    private int end;
    private int line = 1;
    private int start = 1;

    CsvText(Reader in, char separator, String file) {
        this.in = in;
        this.separator = separator;
        this.file = file;
    }

    /** The line on which the last row starts. */
    int line() {
        return start;
    }

    /** Reads the fields of the next row into a list; returns whether there is one. */
    boolean next(List<String> fields) throws IOException {
        fields.clear();
        int c = read();
        while (c == '\n' || c == '\r' && peek() == '\n') {
            c = read();
        }
        start = line;
        if (c < 0) {
            return false;
        }
        while (true) {
            c = c == '"' ? quoted() : plain(c);
            fields.add(field.toString());
            if (c != separator) {
                return true;
            }
            c = read();
        }
    }

    /** Reads a field up to what ends it: the separator, a newline or -1, which is returned. */
    private int plain(int first) throws IOException {
        field.setLength(0);
        int c = first;
        while (!endsField(c)) {
            append(c);
            c = read();
        }
        return lineEnd(c);
    }

    private boolean endsField(int c) throws IOException {
        return c < 0 || c == separator || c == '\n' || c == '\r' && (peek() == '\n' || peek() < 0);
    }

    private int lineEnd(int c) throws IOException {
        return c == '\r' && separator != '\r' ? read() : c;
    }

    private int quoted() throws IOException {
        field.setLength(0);
        while (true) {
            int c = read();
            if (c < 0) {
                throw malformed("A quote is never closed.");
            } else if (c != '"') {
                append(c);
            } else if (peek() == '"') {
                append(read());
            } else {
                int after = read();
                if (!endsField(after)) {
                    throw malformed("There is text behind a quoted field.");
                }
                return lineEnd(after);
            }
        }
    }

    private void append(int c) {
        if (field.length() >= MOST) {
            throw malformed("A field has more than " + MOST + " characters.");
        }
        field.append((char) c);
    }

    private SourceException malformed(String what) {
        return SourceException.malformed(
                file + ":" + start + ": " + what,
                "Maybe another separator is used: csv(File, [separator(0';)]).");
    }

    private int read() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        char c = buffer[at++];
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int peek() throws IOException {
        return at == end && !fill() ? -1 : buffer[at];
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(n, 0);
        return n > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
