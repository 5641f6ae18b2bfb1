package dev.clew.cli.check;

import dev.clew.cli.programs.SourceText;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * A file to be checked.
 *
 * @param number its place among the files, for the order of findings
 * @param path where it is
 * @param content what it holds
 * @param text the same by lines
 * @param isAsked whether what is wrong with it is to be told, or it is only read for what it
 *     defines
 */
record SourceFile(int number, File path, String content, SourceText text, boolean isAsked) {
    static SourceFile read(int number, File path, boolean isAsked) throws IOException {
        String content = decode(Files.readAllBytes(path.toPath()));
        return new SourceFile(
                number, path, content, new SourceText(path.getPath(), content), isAsked);
    }

    /**
     * UTF-8, or Latin-1 if it is not that; without a byte order mark; a line {@code #!} becomes a
     * comment.
     */
    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return text.startsWith("#!") ? "%" + text.substring(1) : text;
    }
}
