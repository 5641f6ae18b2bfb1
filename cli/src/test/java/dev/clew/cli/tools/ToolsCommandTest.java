package dev.clew.cli.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.clew.cli.CommandRun;
import dev.clew.cli.commands.Exit;
import dev.clew.plans.tools.reading.OfType;
import dev.clew.plans.tools.reading.ToolMethod;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code clew tools} as users see it. */
@Timeout(60)
class ToolsCommandTest {
    private static final String TOOLS =
            """
            types: {a: string, b: string, c: string, d: string}
            tools:
              first: {needs: {a: a}, returns: b, effects: none, http: "/first?"}
              second: {needs: {b: b}, returns: c, effects: none, http: "/second?"}
              pay: {needs: {b: b}, returns: d, effects: once, http: {method: POST, url: /pay}}
            """;

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("tools.yaml"), TOOLS);
    }

    private CommandRun clew(String... words) {
        return CommandRun.of(folder, "", List.of(words));
    }

    @Test
    void statusesTellHowItEnded() {
        assertThat(clew("tools", "plan", "--want", "c", "--have", "a=1", "tools.yaml").status())
                .isEqualTo(Exit.ANSWERED);
        assertThat(clew("tools", "plan", "--want", "c", "tools.yaml").status()).isEqualTo(Exit.NO);
        assertThat(clew("tools", "plan", "--want", "e", "tools.yaml").status())
                .isEqualTo(Exit.WRONG);
        assertThat(
                        clew(
                                        "tools",
                                        "plan",
                                        "--want",
                                        "c",
                                        "--have",
                                        "a=1",
                                        "--expansions",
                                        "1",
                                        "tools.yaml")
                                .status())
                .isEqualTo(Exit.LIMIT);
    }

    @Test
    void mistakesAreToldWithAHint() {
        assertThat(clew("tools").errors()).contains("Maybe clew tools plan");
        assertThat(clew("tools", "pln", "tools.yaml").errors()).contains("Maybe clew tools plan?");
        assertThat(clew("tools", "plan").errors()).contains("needs a catalogue");
        assertThat(clew("tools", "plan", "tools.yaml").errors()).contains("Maybe --want TYPE.");
        assertThat(clew("tools", "list", "tool.yaml").errors()).contains("no file (tool.yaml)");
        assertThat(clew("tools", "run", "--want", "c", "--have", "a", "tools.yaml").errors())
                .contains("Maybe --have a=VALUE");
        assertThat(
                        clew(
                                        "tools",
                                        "plan",
                                        "--want",
                                        "c",
                                        "--have",
                                        "a=1",
                                        "--have",
                                        "a=2",
                                        "tools.yaml")
                                .errors())
                .contains("(a) is given twice");
    }

    @Test
    void aFaultyCatalogueGivesAPosition() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), TOOLS.replace("returns: b", "returns: bb"));
        CommandRun run = clew("tools", "list", "bad.yaml");
        assertThat(run.status()).isEqualTo(Exit.WRONG);
        assertThat(run.errors())
                .startsWith("bad.yaml:3:35: error: There is no type (bb).")
                .contains("Maybe (b)?");
        Files.writeString(folder.resolve("worse.yaml"), "tools:\n  f: {returns: [}\n");
        CommandRun worse = clew("tools", "list", "worse.yaml");
        assertThat(worse.status()).isEqualTo(Exit.WRONG);
        assertThat(worse.errors()).startsWith("worse.yaml:2:17: error:").contains("Maybe");
    }

    @Test
    void jsonTellsThePlanOrWhatIsMissing() {
        assertThat(
                        clew(
                                        "tools",
                                        "plan",
                                        "--json",
                                        "--want",
                                        "c",
                                        "--have",
                                        "a=1",
                                        "tools.yaml")
                                .output())
                .startsWith(
                        "{\"version\":1,\"outcome\":\"plan\",\"want\":\"c\",\"calls\":[{\"id\":1,")
                .contains("\"arguments\":{\"b\":{\"call\":1,\"path\":\"\"}}");
        assertThat(clew("tools", "plan", "--json", "--want", "c", "tools.yaml").output())
                .isEqualTo(
                        "{\"version\":1,\"outcome\":\"impossible\",\"missing\":[{\"name\":\"a\","
                                + "\"type\":\"a\",\"needed_by\":[\"first\"]}]}\n");
        assertThat(
                        clew("tools", "plan", "--dot", "--want", "c", "--have", "a", "tools.yaml")
                                .output())
                .startsWith("digraph proof {");
        assertThat(
                        clew(
                                        "tools",
                                        "plan",
                                        "--mermaid",
                                        "--want",
                                        "c",
                                        "--have",
                                        "a",
                                        "tools.yaml")
                                .output())
                .startsWith("flowchart TD");
    }

    /** Tools in Java. */
    public static final class Clock {
        @ToolMethod("What an hour has")
        public @OfType("duration[min]") long minutes(
                @OfType(value = "duration[h]", name = "hours") long hours) {
            return 60 * hours;
        }
    }

    @Test
    void methodsOfJavaAreTools() {
        String[] rest = {"--want", "duration[min]", "--have", "duration[h]:hours=2"};
        String name = Clock.class.getName();
        CommandRun run = clew("tools", "run", "--java", name, rest[0], rest[1], rest[2], rest[3]);
        assertThat(run.output()).as(run.errors()).isEqualTo("120\n");
        assertThat(clew("tools", "list", "--java", name + "s").errors()).contains("no class");
        assertThat(clew("tools", "list", "--java", "java.lang.Object").errors())
                .contains("Maybe mark them with @ToolMethod.");
    }

    @Test
    void aRunThatFailedIsGoneOnWithAndPaysOnce() throws IOException {
        AtomicInteger payments = new AtomicInteger();
        AtomicInteger firsts = new AtomicInteger();
        AtomicInteger status = new AtomicInteger(403);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    boolean isPay = exchange.getRequestURI().getPath().equals("/pay");
                    (isPay ? payments : firsts).incrementAndGet();
                    byte[] bytes = "\"done\"".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(isPay ? status.get() : 200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            String[] rest = {"--want", "d", "--have", "a=1", "--server", address, "tools.yaml"};
            CommandRun failed = clew(words(rest, "--record", "run.jsonl"));
            assertThat(failed.status()).isEqualTo(Exit.OUTSIDE);
            assertThat(failed.errors())
                    .contains(
                            "; pay(b = $1) failed: POST " + address + "/pay was answered with 403.")
                    .contains("; first(a = a) returned \"done\"");
            assertThat(clew(words(rest, "--record", "run.jsonl")).errors())
                    .contains("Maybe --resume run.jsonl");
            status.set(201);
            CommandRun resumed = clew(words(rest, "--resume", "run.jsonl"));
            assertThat(resumed.output()).isEqualTo("\"done\"\n");
            CommandRun again = clew(words(rest, "--resume", "run.jsonl"));
            assertThat(again.output()).isEqualTo("\"done\"\n");
            assertThat(firsts).as("what was done is not done again").hasValue(1);
            assertThat(payments).as("refused once, done once").hasValue(2);
        } finally {
            server.stop(0);
        }
        // The server is gone; a replay does not miss it.
        CommandRun replayed =
                clew(
                        "tools",
                        "run",
                        "--replay",
                        "run.jsonl",
                        "--want",
                        "d",
                        "--have",
                        "a=1",
                        "tools.yaml");
        assertThat(replayed.output()).isEqualTo("\"done\"\n");
        assertThat(replayed.status()).isEqualTo(Exit.ANSWERED);
    }

    private static String[] words(String[] rest, String option, String file) {
        String[] words = new String[rest.length + 4];
        words[0] = "tools";
        words[1] = "run";
        words[2] = option;
        words[3] = file;
        System.arraycopy(rest, 0, words, 4, rest.length);
        return words;
    }
}
