package dev.clew.cli;

import dev.clew.rules.streams.StreamTable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A command line that was run within the test's own process, and what came of it.
 *
 * @param status the exit status
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
public record CommandRun(int status, String output, String errors) {
    /** Runs a command line in a folder, whose name is left out of what it writes. */
    public static CommandRun of(Path folder, String input, List<String> words) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        StreamTable streams =
                StreamTable.of(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        output,
                        errors);
        streams.surroundings().directory(folder.toString());
        int status = Main.run(words, streams);
        return new CommandRun(status, text(output, folder), text(errors, folder));
    }

    private static String text(ByteArrayOutputStream bytes, Path folder) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }
}
