package dev.clew.rules.conformity;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Prolog system on this machine. */
public final class Peer {
    private Peer() {}

    /** Skips the test if the system is not installed. */
    public static void assumeInstalled(String system) {
        boolean found = false;
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            found |= new File(folder, system).canExecute();
        }
        assumeThat(found).as(system + " is installed").isTrue();
    }

    /** What the program writes when the system loads it; skips the test if it is not installed. */
    public static String output(String system, Path program)
            throws IOException, InterruptedException {
        assumeInstalled(system);
        List<String> command = new ArrayList<>();
        if (system.equals("swipl")) {
            command.addAll(List.of("swipl", "-q", "-f", "none", "--traditional"));
        } else {
            command.addAll(List.of(system, "--consult-file"));
        }
        command.add(program.getFileName().toString());
        Path folder = program.getParent();
        Path output = folder.resolve(system + ".out");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process =
                builder.directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }
}
