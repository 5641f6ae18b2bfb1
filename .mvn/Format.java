import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ({@code check}) or mends ({@code write}) the format of every Java file below the working
 * directory, with google-java-format in its AOSP style. The build calls it; see the root pom.
 */
final class Format {
    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean write = args.length == 1 && args[0].equals("write");
        List<String> command = new ArrayList<>(List.of("--aosp"));
        command.addAll(
                write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        List<String> files = javaFiles(Path.of(""));
        command.addAll(files);
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        int status =
                files.isEmpty()
                        ? 0
                        : new Main(out, err, System.in).format(command.toArray(new String[0]));
        out.flush();
        err.flush();
        if (status != 0) {
            System.err.println("The Java files named above are not formatted (or do not parse).");
            System.err.println("Maybe run: mvn -q -N -Pformat process-sources");
        }
        System.exit(status);
    }

    private static List<String> javaFiles(Path root) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
                        String name = folder.getFileName().toString();
                        boolean skipped = name.equals("target") || name.equals(".git");
                        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
                        if (file.toString().endsWith(".java")) {
                            files.add(file.toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}
