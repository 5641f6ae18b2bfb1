package dev.clew.rules.streams;

import java.io.IOException;

/** The source or sink of the bytes of a stream. Methods are called by one thread at a time. */
public interface Device {
    /**
     * Reads some bytes, at least one unless {@code length} is 0; returns their number, -1 at the
     * end.
     */
    default int read(byte[] into, int from, int length) throws IOException {
        return -1;
    }

    /** Writes all of the given bytes. */
    default void write(byte[] bytes, int from, int length) throws IOException {}

    /** Hands on what was written. */
    default void flush() throws IOException {}

    /** Releases what is behind the device. */
    default void close() throws IOException {}

    /** Whether {@link #seek} and {@link #size} work. */
    default boolean seekable() {
        return false;
    }

    /** Continues at byte {@code position}, counted from 0. */
    default void seek(long position) throws IOException {
        throw new IOException("The device cannot be repositioned.");
    }

    /** The number of bytes that are there. */
    default long size() throws IOException {
        throw new IOException("The device has no size.");
    }
}
