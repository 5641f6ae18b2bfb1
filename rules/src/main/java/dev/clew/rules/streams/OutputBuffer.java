package dev.clew.rules.streams;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/** The bytes of an output stream that are not handed on yet. Without a device they are all kept. */
final class OutputBuffer {
    private static final int CAPACITY = 8192;
    private static final int LONGEST = 4;

    private final @Nullable Device device;
    private byte[] bytes;
    private int count;
    private long writtenBefore;

    OutputBuffer(@Nullable Device device) {
        this.device = device;
        this.bytes = new byte[device == null ? 64 : CAPACITY];
    }

    /** The number of bytes written since the beginning. */
    long written() {
        return writtenBefore + count;
    }

    void writeByte(int b) throws IOException {
        reserve();
        bytes[count++] = (byte) b;
    }

    /** Writes a character of the encoding, or its escape sequence if the encoding lacks it. */
    void encode(int c, Encoding encoding) throws IOException {
        if (c < 0x80 && encoding.extendsAscii) {
            writeByte(c);
        } else if (c > encoding.maximum) {
            escape(c, encoding);
        } else if (encoding == Encoding.UTF8) {
            encodeUtf8(c);
        } else if (encoding == Encoding.UTF16BE) {
            encodeUtf16(c, true);
        } else if (encoding == Encoding.UTF16LE) {
            encodeUtf16(c, false);
        } else {
            writeByte(c);
        }
    }

    private void escape(int c, Encoding encoding) throws IOException {
        String escape = "\\x" + Integer.toHexString(c) + "\\";
        for (int i = 0; i < escape.length(); i++) {
            encode(escape.charAt(i), encoding);
        }
    }

    private void encodeUtf8(int c) throws IOException {
        reserve();
        if (c < 0x800) {
            bytes[count++] = (byte) (0xc0 | c >> 6);
        } else if (c < 0x10000) {
            bytes[count++] = (byte) (0xe0 | c >> 12);
            bytes[count++] = (byte) (0x80 | (c >> 6 & 0x3f));
        } else {
            bytes[count++] = (byte) (0xf0 | c >> 18);
            bytes[count++] = (byte) (0x80 | (c >> 12 & 0x3f));
            bytes[count++] = (byte) (0x80 | (c >> 6 & 0x3f));
        }
        bytes[count++] = (byte) (0x80 | (c & 0x3f));
    }

    private void encodeUtf16(int c, boolean highFirst) throws IOException {
        if (c >= 0x10000) {
            encodeUtf16(Character.highSurrogate(c), highFirst);
            encodeUtf16(Character.lowSurrogate(c), highFirst);
            return;
        }
        writeByte(highFirst ? c >> 8 : c);
        writeByte(highFirst ? c : c >> 8);
    }

    private void reserve() throws IOException {
        if (bytes.length - count >= LONGEST) {
            return;
        }
        if (device == null) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        } else {
            handOn();
        }
    }

    private void handOn() throws IOException {
        if (device != null && count > 0) {
            int n = count;
            writtenBefore += n;
            count = 0;
            device.write(bytes, 0, n);
        }
    }

    void flush() throws IOException {
        if (device != null) {
            handOn();
            device.flush();
        }
    }

    void seek(long position) throws IOException {
        if (device != null) {
            flush();
            device.seek(position);
            writtenBefore = position;
        }
    }

    long size() throws IOException {
        flush();
        return device == null ? count : device.size();
    }

    /** Starts at byte {@code position} instead of 0. */
    void startAt(long position) {
        writtenBefore = position;
    }

    /** All that is kept. */
    byte[] kept() {
        return Arrays.copyOf(bytes, count);
    }

    /** All that is kept, as UTF-8. */
    String keptText() {
        return new String(bytes, 0, count, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Forgets what is kept. */
    void clear() {
        count = 0;
    }

    void close() throws IOException {
        if (device == null) {
            return;
        }
        try {
            flush();
        } finally {
            device.close();
        }
    }
}
