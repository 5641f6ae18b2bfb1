package dev.clew.data.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Which version of a file there is: time of change, size, and which file it is at all, if the
 * system tells.
 */
record Version(FileTime time, long size, @Nullable Object key) {
    static Version of(Path file) throws IOException {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        if (a.isDirectory()) {
            throw new IOException("It is a folder.");
        }
        return new Version(a.lastModifiedTime(), a.size(), a.fileKey());
    }

    /** Whether another file has taken the name of the one with this version. */
    boolean isReplacedBy(Version other) {
        return key != null && other.key != null && !key.equals(other.key);
    }
}
