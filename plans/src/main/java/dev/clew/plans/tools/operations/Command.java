package dev.clew.plans.tools.operations;

import dev.clew.plans.tools.catalogue.Json;
import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.ToolFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of the system, without a shell. Words such as {@code {city}} stand for arguments;
 * all arguments are sent to its standard input as one JSON object. What it prints is the result.
 *
 * @param wantsText whether it may print a text that is not JSON
 */
public record Command(List<String> words, Path folder, Duration timeout, boolean wantsText)
        implements Operation {
    @Override
    public @Nullable Object call(Map<String, @Nullable Object> arguments)
            throws ToolFailure, InterruptedException {
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            filled.add(Template.fill(word, arguments, text -> text));
        }
        Process process = start(filled);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<String> output = threads.submit(() -> text(process.getInputStream()));
                Future<String> errors = threads.submit(() -> text(process.getErrorStream()));
                send(process, Json.write(arguments));
                if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new ToolFailure(
                            "`" + words.getFirst() + "` took longer than " + timeout + ".", true);
                }
                if (process.exitValue() != 0) {
                    throw new ToolFailure(
                            "`"
                                    + words.getFirst()
                                    + "` ended with status "
                                    + process.exitValue()
                                    + ". "
                                    + Results.quoted(errors.get()),
                            false);
                }
                return Results.read(output.get(), wantsText, "`" + words.getFirst() + "`");
            } catch (ExecutionException e) {
                throw new ToolFailure("`" + words.getFirst() + "`: " + e.getMessage(), false);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private Process start(List<String> filled) throws ToolFailure {
        try {
            return new ProcessBuilder(filled).directory(folder.toFile()).start();
        } catch (IOException e) {
            throw new ToolFailure(
                    "The command `" + filled.getFirst() + "` cannot be started.", false);
        }
    }

    private static void send(Process process, String text) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command need not read what it is sent.
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
