package dev.clew.rules.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Devices on files and on Java's streams, readers and writers. */
public final class Devices {
    private Devices() {}

    /** The bytes of a Java stream. */
    public static Device of(InputStream in) {
        return new Device() {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return in.read(into, from, length);
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    /** Bytes to a Java stream. */
    public static Device of(OutputStream out) {
        return new Device() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /** The characters of a reader, encoded as UTF-8. */
    public static Device of(Reader in) {
        return new ReaderDevice(in);
    }

    /** Bytes that are UTF-8, decoded to a writer. */
    public static Device of(Writer out) {
        return new WriterDevice(out);
    }

    /** A file that is open for random access. */
    static Device of(RandomAccessFile file) {
        return new FileDevice(file);
    }

    private static final class FileDevice implements Device {
        private final RandomAccessFile file;

        FileDevice(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return file.read(into, from, length);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            file.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        @Override
        public boolean seekable() {
            return true;
        }

        @Override
        public void seek(long position) throws IOException {
            file.seek(position);
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }
    }

    private static final class ReaderDevice implements Device {
        private final Reader in;
        private final char[] chars = new char[2048];
        private int kept;
        private byte[] bytes = {};
        private int next;

        ReaderDevice(Reader in) {
            this.in = in;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (next == bytes.length && !refill()) {
                return -1;
            }
            int n = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, into, from, n);
            next += n;
            return n;
        }

        private boolean refill() throws IOException {
            int n = in.read(chars, kept, chars.length - kept);
            if (n < 0 && kept == 0) {
                return false;
            }
            int count = kept + Math.max(n, 0);
            // A pair that is cut in two waits for its second half.
            int whole = n >= 0 && Character.isHighSurrogate(chars[count - 1]) ? count - 1 : count;
            bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
            next = 0;
            kept = count - whole;
            System.arraycopy(chars, whole, chars, 0, kept);
            return bytes.length > 0 || refill();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class WriterDevice implements Device {
        private final Writer out;
        private byte[] kept = {};

        WriterDevice(Writer out) {
            this.out = out;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] all = new byte[kept.length + length];
            System.arraycopy(kept, 0, all, 0, kept.length);
            System.arraycopy(bytes, from, all, kept.length, length);
            int whole = wholeCharacters(all);
            kept = java.util.Arrays.copyOfRange(all, whole, all.length);
            out.write(new String(all, 0, whole, StandardCharsets.UTF_8));
        }

        private static int wholeCharacters(byte[] bytes) {
            int end = bytes.length;
            for (int i = end - 1; i >= 0 && i >= end - 3; i--) {
                int b = bytes[i] & 0xff;
                if (b >= 0xc0) {
                    int size = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                    return i + size > end ? i : end;
                } else if (b < 0x80) {
                    return end;
                }
            }
            return end;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
