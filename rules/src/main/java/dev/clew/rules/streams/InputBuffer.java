package dev.clew.rules.streams;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/** The bytes of an input stream that are read ahead, and their decoding. */
final class InputBuffer {
    /** No more bytes. */
    static final int END = -1;

    /** Bytes that stand for no character; one byte is consumed. */
    static final int INVALID = -2;

    private static final int CAPACITY = 8192;

    private final @Nullable Device device;
    private byte[] bytes;
    private int next;
    private int limit;
    private int mark = -1;
    private long consumedBefore;
    private boolean atEnd;

    /** A buffer that is filled from {@code device}. */
    InputBuffer(Device device) {
        this.device = device;
        this.bytes = new byte[CAPACITY];
    }

    /** A buffer that holds all there is. */
    InputBuffer(byte[] text) {
        this.device = null;
        this.bytes = text;
        this.limit = text.length;
    }

    /** The next byte if it is there and below 128, consumed; else -1. */
    int readAscii() {
        if (next < limit) {
            int b = bytes[next];
            if (b >= 0) {
                next++;
                return b;
            }
        }
        return -1;
    }

    /** The next byte if it is there and below 128; else -1. */
    int peekAscii() {
        return next < limit && bytes[next] >= 0 ? bytes[next] : -1;
    }

    /** The number of bytes consumed since the beginning. */
    long consumed() {
        return consumedBefore + next;
    }

    /** Whether bytes are waiting, without asking the device. */
    boolean hasBytes() {
        return next < limit;
    }

    /** Whether the device was found to be at its end. */
    boolean isAtEnd() {
        return next == limit && (atEnd || device == null);
    }

    /** Lets the device be asked again. */
    void forgetEnd() {
        atEnd = false;
    }

    /** Takes the bytes that are waiting as consumed. */
    void dropWaiting() {
        next = limit;
        mark = -1;
    }

    /** Remembers the place to go back to. */
    void mark() {
        mark = next;
    }

    /** Goes back to the marked place. */
    void reset() {
        next = mark;
        mark = -1;
    }

    /** Continues with byte {@code position} of the device, or of the text. */
    void seek(long position) throws IOException {
        if (device == null) {
            next = (int) Math.min(position, limit);
            return;
        }
        device.seek(position);
        consumedBefore = position;
        next = 0;
        limit = 0;
        atEnd = false;
    }

    /** The number of bytes in all. */
    long size() throws IOException {
        return device == null ? limit : device.size();
    }

    /** Reads more bytes; false at the end. */
    private boolean fill() throws IOException {
        if (device == null || atEnd) {
            return false;
        }
        int keep = mark >= 0 ? mark : next;
        System.arraycopy(bytes, keep, bytes, 0, limit - keep);
        consumedBefore += keep;
        limit -= keep;
        next -= keep;
        mark = mark >= 0 ? 0 : -1;
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, limit * 2);
        }
        int n = device.read(bytes, limit, bytes.length - limit);
        if (n <= 0) {
            atEnd = true;
            return false;
        }
        limit += n;
        return true;
    }

    /** Whether {@code count} bytes are there, after waiting for them. */
    boolean ensure(int count) throws IOException {
        while (limit - next < count) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** The byte at {@code offset} after the next, which must be there. */
    int byteAt(int offset) {
        return bytes[next + offset] & 0xff;
    }

    /** Passes over bytes that are there. */
    void skip(int count) {
        next += count;
    }

    /** Consumes one byte; {@link #END} at the end. */
    int readByte() throws IOException {
        return ensure(1) ? bytes[next++] & 0xff : END;
    }

    /** Consumes one character; {@link #END} at the end, {@link #INVALID} if there is none. */
    int decode(Encoding encoding) throws IOException {
        if (!ensure(1)) {
            return END;
        }
        switch (encoding) {
            case UTF8:
                return decodeUtf8();
            case UTF16BE:
                return decodeUtf16(0, 1);
            case UTF16LE:
                return decodeUtf16(1, 0);
            default:
                int b = bytes[next++] & 0xff;
                return b <= encoding.maximum ? b : INVALID;
        }
    }

    private int decodeUtf8() throws IOException {
        int b = bytes[next] & 0xff;
        if (b < 0x80) {
            next++;
            return b;
        }
        int more = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
        if (b < 0xc2 || b > 0xf4 || !ensure(1 + more)) {
            next++;
            return INVALID;
        }
        int c = b & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int trail = bytes[next + i];
            c = (trail & 0xc0) == 0x80 ? c << 6 | (trail & 0x3f) : Integer.MIN_VALUE;
            if (c < 0) {
                next++;
                return INVALID;
            }
        }
        boolean valid =
                more == 1
                        || (more == 2 && c >= 0x800 && (c < 0xd800 || c > 0xdfff))
                        || (more == 3 && c >= 0x10000 && c <= Character.MAX_CODE_POINT);
        next += valid ? 1 + more : 1;
        return valid ? c : INVALID;
    }

    private int decodeUtf16(int high, int low) throws IOException {
        if (!ensure(2)) {
            next++;
            return INVALID;
        }
        int first = byteAt(high) << 8 | byteAt(low);
        if (first < 0xd800 || first > 0xdfff) {
            next += 2;
            return first;
        }
        if (first < 0xdc00 && ensure(4)) {
            int second = byteAt(2 + high) << 8 | byteAt(2 + low);
            if (second >= 0xdc00 && second <= 0xdfff) {
                next += 4;
                return Character.toCodePoint((char) first, (char) second);
            }
        }
        next += 2;
        return INVALID;
    }

    void close() throws IOException {
        if (device != null) {
            device.close();
        }
    }
}
