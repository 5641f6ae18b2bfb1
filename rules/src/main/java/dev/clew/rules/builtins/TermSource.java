package dev.clew.rules.builtins;

import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.CharSource;

import java.util.Arrays;

/**
 * The characters of a stream for reading one term. Once at the end it stays there, whatever the
 * stream does when it is read past its end; and it can tell the byte where a character starts.
 */
final class TermSource implements CharSource {
    private final PrologStream stream;
    private final long start;
    private long[] bytes;
    private boolean ended;

    /**
     * The characters of {@code stream}.
     *
     * @param countBytes whether {@link #byteAt} will be asked
     */
    TermSource(PrologStream stream, boolean countBytes) {
        this.stream = stream;
        this.start = stream.offset();
        this.bytes = new long[countBytes ? 64 : 0];
    }

    @Override
    public int read() {
        if (ended) {
            return -1;
        }
        if (bytes.length > 0) {
            noteByte();
        }
        int c = stream.read();
        ended = c < 0;
        return c;
    }

    private void noteByte() {
        int index = (int) (stream.offset() - start);
        if (index >= bytes.length) {
            bytes = Arrays.copyOf(bytes, index * 2);
        }
        bytes[index] = stream.byteCount();
    }

    /** The number of bytes before the character at {@code offset}, which was read. */
    long byteAt(long offset) {
        int index = (int) (offset - start);
        return index < bytes.length && offset < stream.offset() ? bytes[index] : stream.byteCount();
    }

    @Override
    public int peek() {
        return ended ? -1 : stream.peek();
    }

    @Override
    public int line() {
        return stream.line();
    }

    @Override
    public int column() {
        return stream.column();
    }

    @Override
    public long offset() {
        return stream.offset();
    }

    /** Reads the end of the stream, if the term was just that. */
    void passEnd() {
        if (!ended) {
            stream.read();
        }
    }
}
