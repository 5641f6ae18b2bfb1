package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.Device;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.streams.Surroundings;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Commands of the operating system. */
final class Shell {
    private Shell() {}

    /** Starts a command with one pipe: its output if {@code reading}, else its input. */
    static Process start(Machine m, String command, boolean reading) throws IOException {
        ProcessBuilder b = builder(m, command).inheritIO();
        if (reading) {
            b.redirectOutput(ProcessBuilder.Redirect.PIPE);
        } else {
            b.redirectInput(ProcessBuilder.Redirect.PIPE);
        }
        return b.start();
    }

    /** Runs a command to its end; returns its exit code. */
    static int run(Machine m, String command) throws IOException, InterruptedException {
        StreamTable streams = m.db().streams();
        streams.flushAll();
        Process process = builder(m, command).inheritIO().start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private static ProcessBuilder builder(Machine m, String command) {
        Surroundings around = m.db().streams().surroundings();
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        ProcessBuilder b =
                windows
                        ? new ProcessBuilder("cmd", "/c", command)
                        : new ProcessBuilder("/bin/sh", "-c", command);
        b.directory(new File(around.directory()));
        b.environment().clear();
        b.environment().putAll(around.variables());
        return b;
    }

    /** The input of a process, whose closing waits for the process to end. */
    static Device waiting(Process process, Device input) {
        return new Device() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                input.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                input.flush();
            }

            @Override
            public void close() throws IOException {
                input.close();
                try {
                    process.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("The wait for a command was interrupted.");
                }
            }
        };
    }
}
