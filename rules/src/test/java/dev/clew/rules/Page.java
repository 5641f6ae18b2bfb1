package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A page of the documentation: its code blocks, to be tried out. */
record Page(List<Block> blocks) {
    /**
     * A fenced block.
     *
     * @param language what stands after the fence
     * @param file the name in the comment {@code <!-- file: NAME -->} before it, or empty
     * @param line the line of the fence
     */
    record Block(String language, String file, int line, String text) {}

    /** Reads a page, given its path from the root of the repository. */
    static Page read(String path) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(root().resolve(path));
        String file = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("<!-- file: ")) {
                file = line.substring("<!-- file: ".length(), line.indexOf(" -->"));
            } else if (line.startsWith("```")) {
                int start = i;
                StringBuilder text = new StringBuilder();
                while (!lines.get(++i).equals("```")) {
                    text.append(lines.get(i)).append('\n');
                }
                blocks.add(new Block(line.substring(3), file, start + 1, text.toString()));
                file = "";
            }
        }
        return new Page(blocks);
    }

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return Files.exists(here.resolve("docs")) || parent == null ? here : parent;
    }

    /** The block that follows another one, which must be of the given language. */
    Block after(Block b, String language) {
        Block next = blocks.get(blocks.indexOf(b) + 1);
        assertThat(next.language()).as("block at line %d", next.line()).isEqualTo(language);
        return next;
    }

    /** Writes the blocks that are files; several blocks of one file follow each other. */
    void writeFiles(Path dir) throws IOException {
        for (Block b : blocks) {
            if (!b.file().isEmpty()) {
                Path file = dir.resolve(b.file());
                Files.writeString(
                        file, b.text(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    /** Compiles a program and runs it in a directory; returns what it prints. */
    static String run(Path dir, String name, String program)
            throws IOException, InterruptedException {
        Path source = Files.writeString(dir.resolve(name + ".java"), program);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classPath = classPath();
        List<String> options = List.of("-d", dir.toString(), "-cp", classPath, "-Xlint:all");
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean ok =
                    compiler.getTask(
                                    messages,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            assertThat(ok).as(messages + "\n" + program).isTrue();
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path out = dir.resolve("out.txt");
        Process process =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dclew.proofs.log=" + System.getProperty("clew.proofs.log"),
                                "-cp",
                                dir + File.pathSeparator + classPath,
                                name)
                        .directory(dir.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(out);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** Where the classes of the engine are, and its resources. */
    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
