package dev.clew.rules.conformity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A suite file, as far as it matters here: where its goals are. The format is told in the folder's
 * README.
 */
record Suite(Path file, Map<Integer, String> goals) {
    static final Path CONFORMITY = Path.of("src/test/conformity").toAbsolutePath();
    static final Path LIBRARY = Path.of("src/test/library").toAbsolutePath();

    String name() {
        return file.getFileName().toString();
    }

    /** All suites of a folder, in the order of their names. */
    static List<Suite> all(Path folder) throws IOException {
        List<Suite> suites = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".txt") && !name.startsWith("known-")) {
                    suites.add(read(file));
                }
            }
        }
        return suites;
    }

    private static Suite read(Path file) throws IOException {
        Map<Integer, String> goals = new HashMap<>();
        int goal = 0;
        int number = 0;
        for (String line : Files.readString(file).split("\n", -1)) {
            number++;
            if (line.startsWith("?")) {
                goal = number;
                goals.put(number, line.replaceFirst("^\\? ?", ""));
            } else if (goal > 0 && line.startsWith("  ") && !line.isBlank()) {
                goals.merge(goal, line.substring(2), (a, b) -> a + " " + b);
            } else {
                goal = 0;
            }
        }
        return new Suite(file, goals);
    }

    /** The goals of a suite in which a system is known to differ, with the reasons. */
    Map<String, String> known(String system) throws IOException {
        Path list = CONFORMITY.resolve("known-" + system + ".txt");
        Map<String, String> known = new HashMap<>();
        for (String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
            String[] parts = line.split("\t");
            if (parts.length == 3 && parts[0].equals(name())) {
                known.put(parts[1], parts[2]);
            }
        }
        return known;
    }

    /** The lines of cases that a system must not run at all. */
    Set<Integer> skipped(Map<String, String> known) {
        Set<Integer> lines = new HashSet<>();
        goals.forEach((line, goal) -> {
            if (known.getOrDefault(goal, "").startsWith("skip")) {
                lines.add(line);
            }
        });
        return lines;
    }

    /** The job file that tells the driver what to do. */
    String job(Set<Integer> skipped, int start) {
        StringBuilder job = new StringBuilder();
        job.append("suite('").append(name()).append("', '").append(file).append("').\n");
        job.append("start(").append(start).append(").\n");
        for (int line : skipped) {
            job.append("skip('").append(name()).append("', ").append(line).append(").\n");
        }
        return job.toString();
    }
}
