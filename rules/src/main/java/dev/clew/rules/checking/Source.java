package dev.clew.rules.checking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text of a program.
 *
 * @param file what the steps of proofs call it
 * @param text the program text
 */
public record Source(String file, String text) {
    /**
     * The text of a file, which is UTF-8.
     *
     * @throws IOException if it cannot be read
     */
    public static Source of(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        return new Source(path.toString(), new String(bytes, StandardCharsets.UTF_8));
    }
}
