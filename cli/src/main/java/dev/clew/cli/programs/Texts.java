package dev.clew.cli.programs;

import dev.clew.cli.commands.UsageError;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;

import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;

/** Texts that a command reads, and what it says beside its answer. */
public final class Texts {
    private final StreamTable streams;

    /** Texts seen from the working directory of these streams. */
    public Texts(StreamTable streams) {
        this.streams = streams;
    }

    /** The text of a file. */
    public String file(String name) {
        File file = streams.surroundings().file(name);
        if (!file.isFile()) {
            throw new UsageError("There is no file (" + name + ").", null);
        }
        try {
            return Files.readString(file.toPath());
        } catch (MalformedInputException e) {
            throw new UsageError("The file (" + name + ") is not written in UTF-8.", null);
        } catch (IOException e) {
            throw new UsageError("The file (" + name + ") cannot be read.", null);
        }
    }

    /** All of standard input. */
    public String input() {
        StringBuilder text = new StringBuilder();
        PrologStream in = streams.userInput();
        for (int c = in.read(); c >= 0; c = in.read()) {
            text.appendCodePoint(c);
        }
        return text.toString();
    }

    /** Prints a line on standard error. */
    public void say(String line) {
        streams.userOutput().flush();
        PrologStream error = streams.userError();
        error.write(line + "\n");
        error.flush();
    }
}
