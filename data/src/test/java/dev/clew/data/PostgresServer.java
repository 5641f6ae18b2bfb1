package dev.clew.data;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the test's own, in a temporary folder and on a free port. The server
 * refuses to run as root; then it runs as the user that its package has made.
 */
final class PostgresServer implements AutoCloseable {
    private static final String PASSWORD = "s3cret!";
    private final Path programs;
    private final Path folder;
    final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The folder with initdb and pg_ctl, or null if PostgreSQL is not installed. */
    static @Nullable Path programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder())
                        .forEach(v -> folders.add(v.resolve("bin")));
            }
        }
        for (String entry : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
            folders.add(Path.of(entry));
        }
        for (Path f : folders) {
            if (Files.isExecutable(f.resolve("initdb"))
                    && Files.isExecutable(f.resolve("pg_ctl"))) {
                return f;
            }
        }
        return null;
    }

    static PostgresServer create(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("clew-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        PostgresServer server = new PostgresServer(programs, folder, freePort());
        Path secret = folder.resolve("secret");
        Files.writeString(secret, PASSWORD);
        server.run(
                "initdb",
                "-D",
                server.data(),
                "-U",
                "clew",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--locale=C",
                "-N");
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    String password() {
        return PASSWORD;
    }

    void start() throws IOException {
        String options = "-p " + port + " -c listen_addresses=localhost -c fsync=off -k " + folder;
        run(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                options,
                "start");
    }

    /** Ends the server and all its connections at once. */
    void stop() throws IOException {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    private void run(String program, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(args));
        Path log = Files.createTempFile(folder, program, ".out");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(
                        command + ": " + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (IOException e) {
            // It is down already.
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
    }
}
