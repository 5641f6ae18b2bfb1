package dev.clew.rules.streams;

import dev.clew.rules.syntax.CharSource;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stream: a sequence of characters or bytes with a position (ISO 7.10.2). Its operations may be
 * called from any thread and exclude each other; who needs several in a row holds the monitor of
 * the stream.
 *
 * <p>Checks that need the name by which a program calls the stream (is it for input? is it text?)
 * are made by the built-ins; operations here expect a stream of the right kind.
 */
public final class PrologStream implements CharSource {
    private static final Functor IO_ERROR = Functor.of("io_error", 2);

    private final Opaque handle = new Opaque("stream", this);
    private final Mode mode;
    private final @Nullable InputBuffer in;
    private final @Nullable OutputBuffer out;
    private final Position position = new Position();
    private final List<Atom> aliases = new CopyOnWriteArrayList<>();
    private Encoding encoding = Encoding.UTF8;
    private Newline newline = Newline.POSIX;
    private EofAction eofAction = EofAction.EOF_CODE;
    private Buffering buffering = Buffering.FULL;
    private boolean plain = true;
    private boolean binary;
    private boolean past;
    private boolean bom;
    private boolean terminal;
    private boolean repositionable;
    private boolean recordsPosition = true;
    private int last = -1;
    private volatile boolean closed;
    private volatile boolean standard;
    private @Nullable Term fileName;
    private @Nullable Runnable beforeWaiting;

    private PrologStream(Mode mode, @Nullable InputBuffer in, @Nullable OutputBuffer out) {
        this.mode = mode;
        this.in = in;
        this.out = out;
    }

    /** An input stream on a device. */
    public static PrologStream input(Device device) {
        return new PrologStream(Mode.READ, new InputBuffer(device), null);
    }

    /** An input stream on a text. */
    public static PrologStream input(String text) {
        InputBuffer in = new InputBuffer(text.getBytes(StandardCharsets.UTF_8));
        PrologStream s = new PrologStream(Mode.READ, in, null);
        s.repositionable = true;
        return s;
    }

    /** An input stream on bytes. */
    public static PrologStream input(byte[] bytes) {
        PrologStream s = new PrologStream(Mode.READ, new InputBuffer(bytes), null);
        s.repositionable = true;
        return s;
    }

    /** An output stream on a device. */
    public static PrologStream output(Device device) {
        return new PrologStream(Mode.WRITE, null, new OutputBuffer(device));
    }

    /** An output stream that keeps what is written for {@link #text}. */
    public static PrologStream memory() {
        return new PrologStream(Mode.WRITE, null, new OutputBuffer(null));
    }

    /** A stream on the file at {@code path}. */
    public static PrologStream file(String path, Mode mode) throws IOException {
        boolean reads = mode == Mode.READ;
        java.io.File place = new java.io.File(path);
        if (reads && place.isDirectory()) {
            throw new FileNotFoundException(path + " (Is a directory)");
        }
        RandomAccessFile file = new RandomAccessFile(place, reads ? "r" : "rw");
        try {
            return onFile(file, place.isFile(), mode);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static PrologStream onFile(RandomAccessFile file, boolean regular, Mode mode)
            throws IOException {
        Device device = Devices.of(file);
        PrologStream s;
        if (mode == Mode.READ) {
            s = input(device);
        } else {
            OutputBuffer out = new OutputBuffer(device);
            s = new PrologStream(mode, null, out);
            if (mode == Mode.WRITE && regular) {
                file.setLength(0);
            } else if (mode == Mode.APPEND && regular) {
                file.seek(file.length());
                out.startAt(file.length());
            }
        }
        s.repositionable = regular;
        return s;
    }

    // ---- properties ----

    /** The stream-term of the stream. */
    public Opaque handle() {
        return handle;
    }

    /** How it was opened. */
    public Mode mode() {
        return mode;
    }

    /** Whether it can be read. */
    public boolean isInput() {
        return in != null;
    }

    /** Whether it can be written. */
    public boolean isOutput() {
        return out != null;
    }

    /** Whether it is a stream of bytes rather than text. */
    public boolean isBinary() {
        return binary;
    }

    /** Whether it is closed. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether closing it leaves it open, as for user_input, user_output and user_error. */
    public boolean isStandard() {
        return standard;
    }

    /** Whether it can be repositioned. */
    public boolean isRepositionable() {
        return repositionable;
    }

    /** Whether it is a terminal. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Whether it starts with a byte order mark. */
    public boolean hasBom() {
        return bom;
    }

    /** Whether it counts lines and columns for its users. */
    public boolean recordsPosition() {
        return recordsPosition;
    }

    /** The encoding of its characters. */
    public Encoding encoding() {
        return encoding;
    }

    /** How its lines end. */
    public Newline newline() {
        return newline;
    }

    /** What reading past its end does. */
    public EofAction eofAction() {
        return eofAction;
    }

    /** When written bytes are handed on. */
    public Buffering buffering() {
        return buffering;
    }

    /** The name of the file, or null. */
    public @Nullable Term fileName() {
        return fileName;
    }

    /** The aliases, oldest first; changed by the {@link StreamTable} only. */
    public List<Atom> aliases() {
        return List.copyOf(aliases);
    }

    void addAlias(Atom alias) {
        aliases.remove(alias);
        aliases.add(alias);
    }

    void removeAlias(Atom alias) {
        aliases.remove(alias);
    }

    /** Sets whether it is a stream of bytes. */
    public synchronized PrologStream binary(boolean on) {
        binary = on;
        encoding = on ? Encoding.OCTET : encoding == Encoding.OCTET ? Encoding.UTF8 : encoding;
        return choosePath();
    }

    /** Sets the encoding. */
    public synchronized PrologStream encoding(Encoding value) {
        encoding = value;
        return choosePath();
    }

    /** Sets how lines end. */
    public synchronized PrologStream newline(Newline value) {
        newline = value;
        return choosePath();
    }

    /** Sets what reading past the end does. */
    public PrologStream eofAction(EofAction value) {
        eofAction = value;
        return this;
    }

    /** Sets when written bytes are handed on. */
    public PrologStream buffering(Buffering value) {
        buffering = value;
        return this;
    }

    /** Sets the name of the file. */
    public PrologStream fileName(Term name) {
        fileName = name;
        return this;
    }

    /** Sets whether it is a terminal. */
    public PrologStream terminal(boolean on) {
        terminal = on;
        return this;
    }

    /** Sets whether it counts lines and columns for its users. */
    public PrologStream recordsPosition(boolean on) {
        recordsPosition = on;
        return this;
    }

    PrologStream standard() {
        standard = true;
        return this;
    }

    /** Sets what is done before the stream waits for more input. */
    public PrologStream beforeWaiting(Runnable action) {
        beforeWaiting = action;
        return this;
    }

    private PrologStream choosePath() {
        plain = encoding.extendsAscii && newline == Newline.POSIX;
        return this;
    }

    // ---- position ----

    @Override
    public int line() {
        return position.line;
    }

    @Override
    public int column() {
        return position.column;
    }

    @Override
    public long offset() {
        return position.characters;
    }

    /** The number of bytes read or written. */
    public synchronized long byteCount() {
        return in != null ? in.consumed() : out != null ? out.written() : 0;
    }

    /** Forgets what was read ahead: the next character read is one that comes from now on. */
    public synchronized void dropWaiting() {
        if (in != null) {
            in.dropWaiting();
        }
        past = false;
    }

    /** Sets the column. */
    public synchronized void column(int value) {
        position.column = value;
    }

    /** Sets the position that is reported, without moving. */
    public synchronized void place(long characters, int line, int column) {
        position.set(characters, line, column);
    }

    /** The position as a term, {@code '$stream_position'(Char, Line, Column, Byte)}. */
    public synchronized Term positionTerm() {
        return Struct.of(
                "$stream_position",
                Int.of(position.characters),
                Int.of(position.line),
                Int.of(position.column),
                Int.of(byteCount()));
    }

    /** Goes to a place described by the parts of a position term. */
    public synchronized void reposition(long characters, int line, int column, long bytes) {
        seek(bytes);
        position.set(characters, line, column);
    }

    /** Goes to byte {@code to}, counted from 0. */
    public synchronized void seek(long to) {
        checkOpen();
        try {
            if (in != null) {
                in.seek(to);
                past = false;
            } else if (out != null) {
                out.seek(to);
            }
            position.characters = to;
        } catch (IOException e) {
            throw failure("reposition", e);
        }
    }

    /** The number of bytes of the file. */
    public synchronized long size() {
        checkOpen();
        try {
            return in != null ? in.size() : out != null ? out.size() : 0;
        } catch (IOException e) {
            throw failure("reposition", e);
        }
    }

    // ---- input ----

    @Override
    public synchronized int read() {
        InputBuffer source = source();
        if (plain) {
            int c = source.readAscii();
            if (c >= 0) {
                position.advance(c);
                return c;
            }
        }
        return readSlowly(source);
    }

    private int readSlowly(InputBuffer source) {
        leaveEnd(source);
        int c = decode(source);
        return c < 0 ? endReached(source, c) : advance(c);
    }

    private int advance(int c) {
        position.advance(c);
        return c;
    }

    private int endReached(InputBuffer source, int c) {
        if (c == InputBuffer.INVALID) {
            position.advance('?');
            throw Errors.representation("character");
        }
        past = true;
        source.forgetEnd();
        return -1;
    }

    /** Deals with a stream that is past its end. */
    private void leaveEnd(InputBuffer source) {
        if (past) {
            if (eofAction == EofAction.ERROR) {
                throw Errors.permission("input", "past_end_of_stream", handle);
            }
            past = false;
        }
        if (beforeWaiting != null && !source.hasBytes() && !source.isAtEnd()) {
            beforeWaiting.run();
        }
    }

    private int decode(InputBuffer source) {
        try {
            int c = source.decode(encoding);
            if (c == '\r' && newline == Newline.DOS) {
                source.mark();
                if (source.decode(encoding) == '\n') {
                    return '\n';
                }
                source.reset();
            }
            return c;
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    @Override
    public synchronized int peek() {
        InputBuffer source = source();
        if (plain) {
            int c = source.peekAscii();
            if (c >= 0) {
                return c;
            }
        }
        return peekSlowly(source);
    }

    private int peekSlowly(InputBuffer source) {
        boolean wasPast = past;
        leaveEnd(source);
        source.mark();
        int c;
        try {
            c = newline == Newline.DOS ? peekDos(source) : decode(source);
        } finally {
            source.reset();
        }
        past = wasPast && c == InputBuffer.END;
        if (c == InputBuffer.INVALID) {
            throw Errors.representation("character");
        }
        return c;
    }

    /** The mark is taken, so the end of a line is looked for here. */
    private int peekDos(InputBuffer source) {
        try {
            int c = source.decode(encoding);
            return c == '\r' && source.decode(encoding) == '\n' ? '\n' : c;
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** The next {@code length} characters, or what there is, without consuming them. */
    public synchronized String peekText(int length) {
        InputBuffer source = source();
        boolean wasPast = past;
        leaveEnd(source);
        StringBuilder text = new StringBuilder();
        source.mark();
        try {
            for (int i = 0; i < length; i++) {
                int c = source.decode(encoding);
                if (c < 0) {
                    break;
                }
                text.appendCodePoint(c);
            }
        } catch (IOException e) {
            throw failure("read", e);
        } finally {
            source.reset();
        }
        past = wasPast && text.isEmpty();
        return text.toString();
    }

    /**
     * The characters (bytes, of a binary stream) that are there already, after waiting for the
     * first; none at the end.
     */
    public synchronized String readPending() {
        InputBuffer source = source();
        StringBuilder text = new StringBuilder();
        int c = binary ? readByte() : read();
        while (c >= 0) {
            text.appendCodePoint(c);
            c = !source.hasBytes() ? -1 : binary ? readByte() : read();
        }
        return text.toString();
    }

    /** The next byte, or -1 at the end. */
    public synchronized int readByte() {
        InputBuffer source = source();
        leaveEnd(source);
        try {
            int b = source.readByte();
            return b < 0 ? endReached(source, b) : advance(b);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** The next byte without consuming it, or -1 at the end. */
    public synchronized int peekByte() {
        InputBuffer source = source();
        boolean wasPast = past;
        leaveEnd(source);
        try {
            int b = source.ensure(1) ? source.byteAt(0) : -1;
            past = wasPast && b < 0;
            return b;
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** Where the stream stands with respect to its end; does not wait for a user's input. */
    public synchronized EndOfStream endOfStream() {
        InputBuffer source = source();
        if (past) {
            return EndOfStream.PAST;
        }
        if (beforeWaiting != null) {
            return source.isAtEnd() ? EndOfStream.AT : EndOfStream.NOT;
        }
        try {
            return source.ensure(1) ? EndOfStream.NOT : EndOfStream.AT;
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** Whether nothing is left to be read, after waiting for input if need be. */
    public synchronized boolean atEnd() {
        return past || (binary ? peekByte() : peekEnd()) < 0;
    }

    private int peekEnd() {
        InputBuffer source = source();
        leaveEnd(source);
        try {
            return source.ensure(1) ? 0 : -1;
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /** Whether the end was read. */
    public boolean isPast() {
        return past;
    }

    /** Takes the encoding from a byte order mark, if the stream starts with one. */
    public synchronized void detectBom() {
        InputBuffer source = source();
        try {
            int first = source.ensure(2) ? source.byteAt(0) << 8 | source.byteAt(1) : 0;
            if (first == 0xfeff || first == 0xfffe) {
                foundBom(source, first == 0xfeff ? Encoding.UTF16BE : Encoding.UTF16LE, 2);
            } else if (first == 0xefbb && source.ensure(3) && source.byteAt(2) == 0xbf) {
                foundBom(source, Encoding.UTF8, 3);
            }
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    private void foundBom(InputBuffer source, Encoding found, int length) {
        bom = true;
        source.skip(length);
        encoding(found);
    }

    private InputBuffer source() {
        if (in == null || closed) {
            throw closed
                    ? Errors.existence("stream", handle)
                    : Errors.permission("input", "stream", handle);
        }
        return in;
    }

    // ---- output ----

    /** Writes one character. */
    public synchronized void put(int c) {
        OutputBuffer sink = sink();
        try {
            encode(sink, c);
            afterWriting(sink, c == '\n');
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    /** Writes a text. */
    public synchronized void write(String text) {
        OutputBuffer sink = sink();
        int length = text.length();
        boolean lineEnded = false;
        try {
            for (int i = 0; i < length; i++) {
                int c = text.charAt(i);
                if (Character.isHighSurrogate((char) c)) {
                    c = text.codePointAt(i);
                    i += Character.charCount(c) - 1;
                }
                lineEnded |= c == '\n';
                encode(sink, c);
            }
            afterWriting(sink, lineEnded);
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    private void encode(OutputBuffer sink, int c) throws IOException {
        if (c == '\n' && newline == Newline.DOS) {
            sink.encode('\r', encoding);
        }
        sink.encode(c, encoding);
        position.advance(c);
        last = c;
    }

    private void afterWriting(OutputBuffer sink, boolean lineEnded) throws IOException {
        if (buffering == Buffering.NONE || (lineEnded && buffering == Buffering.LINE)) {
            sink.flush();
        }
    }

    /** The last character written, or -1 if there is none. */
    public int lastWritten() {
        return last;
    }

    /** Writes one byte. */
    public synchronized void writeByte(int b) {
        OutputBuffer sink = sink();
        try {
            sink.writeByte(b);
            position.advance(b);
            afterWriting(sink, b == '\n');
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    /** Writes a byte order mark. */
    public synchronized void writeBom() {
        bom = true;
        try {
            sink().encode(0xfeff, encoding);
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    /** Hands on what was written. */
    public synchronized void flush() {
        if (out != null && !closed) {
            try {
                out.flush();
            } catch (IOException e) {
                throw failure("write", e);
            }
        }
    }

    /** What was written to a stream made by {@link #memory}. */
    public synchronized String text() {
        return out == null ? "" : out.keptText();
    }

    /** Forgets what was written to a stream made by {@link #memory}, but not the column. */
    public synchronized void clear() {
        if (out != null) {
            out.clear();
        }
    }

    private OutputBuffer sink() {
        if (out == null || closed) {
            throw closed
                    ? Errors.existence("stream", handle)
                    : Errors.permission("output", "stream", handle);
        }
        return out;
    }

    // ---- the end ----

    private void checkOpen() {
        if (closed) {
            throw Errors.existence("stream", handle);
        }
    }

    /** Closes the stream; use {@link StreamTable#close} for one that is in a table. */
    synchronized void closeDevice() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (in != null) {
                in.close();
            }
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw failure("close", e);
        }
    }

    /** Closes a stream that is in no table. */
    public void close() {
        closeDevice();
    }

    /** Whether an error says that this stream could not be read, written or closed. */
    public boolean isTroubledBy(PrologError error) {
        return error.term().deref() instanceof Struct e
                && e.args[0].deref() instanceof Struct kind
                && kind.functor() == IO_ERROR
                && kind.args[1].deref() == handle;
    }

    private PrologError failure(String operation, IOException e) {
        String message = e.getMessage();
        return new PrologError(
                Struct.of(
                        "error",
                        Struct.of("io_error", Atom.of(operation), handle),
                        Struct.of(
                                "context",
                                new Var(),
                                Atom.of(message == null ? e.getClass().getName() : message))));
    }
}
