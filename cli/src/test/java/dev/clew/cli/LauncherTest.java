package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher {@code clew}, with a Maven and with JDKs that only note that they were called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../clew").toAbsolutePath();

    @TempDir Path scratch;

    private Path clone;
    private Path tools;
    private Path home;

    private record Result(int status, String output, String errors) {}

    @BeforeEach
    void makeClone() throws IOException {
        clone = Files.createDirectories(scratch.resolve("a clone"));
        tools = Files.createDirectories(scratch.resolve("tools"));
        home = Files.createDirectories(scratch.resolve("home"));
        Files.copy(LAUNCHER, clone.resolve("clew"));
        write(clone.resolve("pom.xml"), "");
        write(clone.resolve("cli/src/main/Main.java"), "");
        write(clone.resolve("rules/src/main/resources/dev/clew/rules/lists.pl"), "");
        script(
                tools.resolve("mvn"),
                "echo built >> '" + scratch.resolve("builds") + "'",
                "mkdir -p cli/target/app && touch cli/target/app/clew-cli.jar");
        for (String tool :
                List.of(
                        "sh",
                        "sed",
                        "grep",
                        "head",
                        "mkdir",
                        "rm",
                        "cp",
                        "mv",
                        "ln",
                        "ls",
                        "touch",
                        "readlink",
                        "sleep",
                        "cat",
                        "dirname",
                        "find",
                        "stat")) {
            Path there = Path.of("/usr/bin", tool);
            if (Files.exists(there)) {
                script(tools.resolve(tool), "exec " + there + " \"$@\"");
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void script(Path file, String... lines) throws IOException {
        write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A JDK that says where it is and which words the program got. */
    private Path jdk(Path folder, int version) throws IOException {
        write(folder.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        write(folder.resolve("lib/modules"), "");
        script(folder.resolve("bin/javac"), "");
        script(
                folder.resolve("bin/java"),
                "if [ \"$1\" = -XshowSettings:properties ]; then",
                "  echo '    java.home = " + folder + "' >&2",
                "  exit",
                "fi",
                "while [ \"$1\" != dev.clew.cli.Main ]; do shift; done",
                "shift",
                "printf '%s:' '" + folder.getFileName() + "'",
                "printf ' (%s)' \"$@\"",
                "echo");
        return folder;
    }

    private Process start(Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(clone.resolve("clew").toString()));
        command.addAll(List.of(words));
        return start(environment, command);
    }

    private Process start(Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(scratch.toFile())
                        .redirectError(Redirect.appendTo(scratch.resolve("errors").toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result clew(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path errors = scratch.resolve("errors");
        Files.deleteIfExists(errors);
        Process process = start(environment, words);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output, Files.readString(errors));
    }

    private long builds() throws IOException {
        Path log = scratch.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    void buildsOnFirstUseWithAWordAndNotAgain() throws IOException, InterruptedException {
        Map<String, String> java = Map.of("JAVA_HOME", jdk(scratch.resolve("jdk"), 25).toString());
        Result first = clew(java, "ask", "a goal", "");
        assertThat(first).isEqualTo(new Result(0, "jdk: (ask) (a goal) ()\n", first.errors()));
        assertThat(first.errors()).startsWith("clew: building Clew with Maven;");
        assertThat(builds()).isEqualTo(1);

        Result second = clew(java, "ask", "b");
        assertThat(second).isEqualTo(new Result(0, "jdk: (ask) (b)\n", ""));
        assertThat(builds()).isEqualTo(1);
        assertThat(Files.readString(clone.resolve("cli/target/launcher.log")))
                .containsOnlyOnce("(--train)");
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws IOException, InterruptedException {
        Map<String, String> java = Map.of("JAVA_HOME", jdk(scratch.resolve("jdk"), 25).toString());
        clew(java, "first");
        write(clone.resolve("cli/pom.xml"), "");
        List<String> sources =
                List.of(
                        "pom.xml",
                        "cli/pom.xml",
                        "cli/src/main/Main.java",
                        "rules/src/main/resources/dev/clew/rules/lists.pl");
        for (int i = 0; i < sources.size(); i++) {
            Path made = clone.resolve("cli/target/clew/java");
            Files.setLastModifiedTime(
                    clone.resolve(sources.get(i)),
                    FileTime.from(Files.getLastModifiedTime(made).toInstant().plusSeconds(2)));
            clew(java, "again");
            assertThat(builds()).as(sources.get(i)).isEqualTo(2 + i);
            assertThat(clew(java, "and again").errors()).isEmpty();
        }
    }

    @Test
    void worksWithoutAStartUpCacheAndSaysSo() throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        String java = Files.readString(good.resolve("bin/java"));
        script(
                good.resolve("bin/java"),
                "case \"$*\" in *--train*) exit 1 ;; esac",
                java.substring(java.indexOf('\n') + 1));
        Result result = clew(Map.of("JAVA_HOME", good.toString()), "x");
        assertThat(result.output()).isEqualTo("jdk-25: (x)\n");
        assertThat(result.errors()).contains("clew: no start-up cache could be made; ");
    }

    @Test
    void saysClearlyThatItCannotWriteWhatItBuilds() throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        write(clone.resolve("cli/target"), "in the way");
        Result result = clew(Map.of("JAVA_HOME", good.toString()), "x");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors())
                .contains("cli/target cannot be written, and Clew must be built there first.");
    }

    @Test
    void takesTheJdkOfJavaHome() throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-26"), 26);
        assertThat(clew(Map.of("JAVA_HOME", good.toString()), "x").output())
                .isEqualTo("jdk-26: (x)\n");
    }

    @Test
    void takesTheJdkOnThePathWhenThatOfJavaHomeIsTooOld() throws IOException, InterruptedException {
        Path old = jdk(scratch.resolve("jdk-17"), 17);
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        script(tools.resolve("java"), "exec '" + good + "/bin/java' \"$@\"");
        assertThat(clew(Map.of("JAVA_HOME", old.toString()), "x").output())
                .isEqualTo("jdk-25: (x)\n");
    }

    @Test
    void saysClearlyWhenMavenIsMissing() throws IOException, InterruptedException {
        Files.delete(tools.resolve("mvn"));
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        Result result = clew(Map.of("JAVA_HOME", good.toString()), "x");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).contains("Maven (mvn) was not found on the PATH.", "Maybe");
    }

    @Test
    void saysClearlyThatTheBuildFailed() throws IOException, InterruptedException {
        script(tools.resolve("mvn"), "echo '[ERROR] No such thing'", "exit 1");
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        Result result = clew(Map.of("JAVA_HOME", good.toString()), "x");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).contains("[ERROR] No such thing", "the build failed");
    }

    @Test
    void findsAJdkInTheFoldersBelowHome() throws IOException, InterruptedException {
        // The folders of the system come first; they may or may not hold a JDK here.
        hideFoldersOfTheSystem();
        jdk(home.resolve(".jdks/temurin-24"), 24);
        jdk(home.resolve(".sdkman/candidates/java/25-tem"), 25);
        assertThat(clew(Map.of(), "x").output()).isEqualTo("25-tem: (x)\n");
    }

    @Test
    void saysClearlyThatThereIsNoRecentJdk() throws IOException, InterruptedException {
        hideFoldersOfTheSystem();
        jdk(home.resolve(".jdks/temurin-24"), 24);
        Result result = clew(Map.of(), "x");
        assertThat(result)
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "clew: no JDK 25 or newer was found by JAVA_HOME, on the PATH or in"
                                    + " the usual folders.\n"
                                    + "clew: Maybe install one, for instance from"
                                    + " https://adoptium.net, and set JAVA_HOME to its folder.\n"));
        assertThat(builds()).isZero();
    }

    @Test
    void readsWordsAsUtf8WhereTheLocaleIsPlain() throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        script(good.resolve("bin/java"), "echo \"${LC_ALL-} ${LC_CTYPE-} ${LANG-}\"");
        String java = good.toString();
        assertThat(clew(Map.of("JAVA_HOME", java)).output()).isEqualTo(" C.UTF-8 \n");
        assertThat(clew(Map.of("JAVA_HOME", java, "LANG", "POSIX")).output())
                .isEqualTo(" C.UTF-8 POSIX\n");
        assertThat(clew(Map.of("JAVA_HOME", java, "LC_ALL", "C", "LANG", "de_DE.UTF-8")).output())
                .isEqualTo("C.UTF-8  de_DE.UTF-8\n");
        assertThat(clew(Map.of("JAVA_HOME", java, "LANG", "de_DE.UTF-8")).output())
                .isEqualTo("  de_DE.UTF-8\n");
        assertThat(clew(Map.of("JAVA_HOME", java, "LANG", "C", "LC_CTYPE", "de_DE")).output())
                .isEqualTo(" de_DE C\n");
    }

    @Test
    void standardStreamsThatAreClosedDoNotBecomeOtherFiles()
            throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        Path found = scratch.resolve("found");
        String closed =
                "for n in 0 1 2; do"
                        + " if [ -e /proc/self/fd/$n ]; then echo $n open; fi;"
                        + " done >> '"
                        + found
                        + "'; cat; echo written || echo unwritten >> '"
                        + found
                        + "'; echo told >&2";
        script(good.resolve("bin/java"), closed);
        script(tools.resolve("closed"), "exec '" + clone.resolve("clew") + "' <&- >&- 2>&-");
        Map<String, String> java = Map.of("JAVA_HOME", good.toString());
        clew(java);
        Files.delete(found);
        assertThat(start(java, List.of(tools.resolve("closed").toString())).waitFor()).isZero();
        assertThat(Files.readString(found)).isEqualTo("0 open\n1 open\n2 open\nunwritten\n");
    }

    @Test
    void firstUsesAtTheSameTimeBuildOnce() throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        Path began = scratch.resolve("began");
        script(
                tools.resolve("mvn"),
                "echo built >> '" + scratch.resolve("builds") + "'",
                "touch '" + began + "'",
                "until [ -e '" + scratch.resolve("goes on") + "' ]; do sleep 0.05; done",
                "mkdir -p cli/target/app && touch cli/target/app/clew-cli.jar");
        Map<String, String> java = Map.of("JAVA_HOME", good.toString());
        List<Process> uses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            uses.add(start(java, "use", String.valueOf(i)));
        }
        Path waiting = scratch.resolve("errors");
        while (!Files.exists(began) || told(waiting, "which is building Clew") < 2) {
            assertThat(uses).allMatch(Process::isAlive);
            Thread.onSpinWait();
        }
        write(scratch.resolve("goes on"), "");
        for (int i = 0; i < 3; i++) {
            String output = new String(uses.get(i).getInputStream().readAllBytes(), UTF_8);
            assertThat(output).isEqualTo("jdk-25: (use) (" + i + ")\n");
            assertThat(uses.get(i).waitFor()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
        assertThat(clone.resolve("cli/target/launcher.lock")).doesNotExist();
    }

    private static long told(Path file, String what) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.contains(what)).count();
    }

    @Test
    void aLockThatAKilledBuildHasLeftDoesNotHold() throws IOException, InterruptedException {
        Path good = jdk(scratch.resolve("jdk-25"), 25);
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(clone.resolve("cli/target"));
        Files.createSymbolicLink(
                clone.resolve("cli/target/launcher.lock"), Path.of("pid-" + gone.pid()));
        assertThat(clew(Map.of("JAVA_HOME", good.toString()), "x").output())
                .isEqualTo("jdk-25: (x)\n");
    }

    /** Has the launcher look for the folders of the system below an empty one. */
    private void hideFoldersOfTheSystem() throws IOException {
        Path launcher = clone.resolve("clew");
        String text = Files.readString(launcher);
        for (String folder :
                List.of("/usr/lib/jvm/", "/usr/java/", "/opt/", "/usr/local/lib/jvm/")) {
            assertThat(text).contains(" " + folder + "*");
            text = text.replace(" " + folder, " /nonexistent" + folder);
        }
        Files.writeString(launcher, text);
    }
}
