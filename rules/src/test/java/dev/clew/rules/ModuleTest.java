package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.goals.Search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Clew as a module: what it shows to all, what modular programs need, and its Javadoc. */
class ModuleTest {
    private static final String PROGRAM =
            """
            package shop;

            import dev.clew.rules.Engine;
            import dev.clew.rules.Predicate;
            import dev.clew.rules.terms.Term;

            class Main {
                record Person(String name, int age) {}

                @Predicate("twice/2")
                int twice(int x) {
                    return 2 * x;
                }

                public static void main(String[] arguments) {
                    Engine engine = Engine.create();
                    engine.loadText(":- dynamic person/2. person(ann, 7).");
                    engine.loadText("sum(S) :- sum_list([20, 22], S).");
                    engine.add(new Person("bob", 42));
                    engine.register(new Main());
                    System.out.println(engine.ask("person(Name, Age)").as(Person.class).toList());
                    Term sum = engine.ask("sum(S), twice(S, T)").first().orElseThrow().get("T");
                    System.out.println(sum);
                    System.out.println(Engine.class.getModule().isNamed());
                }
            }
            """;

    private static Path rules() {
        return place(Engine.class);
    }

    /** The classes, or the jar, of the module of a class. */
    private static Path place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void exportsNoMoreThanTheApi() {
        ModuleDescriptor module =
                ModuleFinder.of(rules()).find("dev.clew.rules").orElseThrow().descriptor();
        Set<String> toAll = new TreeSet<>();
        for (ModuleDescriptor.Exports exported : module.exports()) {
            if (exported.isQualified()) {
                assertThat(exported.targets()).containsExactly("dev.clew.cli");
            } else {
                toAll.add(exported.source());
            }
        }
        assertThat(toAll)
                .containsExactly(
                        "dev.clew.rules",
                        "dev.clew.rules.checking",
                        "dev.clew.rules.proofs",
                        "dev.clew.rules.proofs.forms",
                        "dev.clew.rules.sources",
                        "dev.clew.rules.terms");
        assertThat(module.opens()).isEmpty();
        assertThat(module.packages()).allMatch(p -> p.startsWith("dev.clew.rules"));
        assertThat(module.requires().stream().map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder(
                        "java.base", "java.management", "dev.clew.goals", "org.jspecify");
    }

    @Test
    void modularProgramsRun(@TempDir Path dir) throws IOException, InterruptedException {
        String module = "module shop { requires dev.clew.rules; opens shop to dev.clew.rules; }";
        String printed = run(dir, module);
        assertThat(printed)
                .isEqualTo(
                        """
                        [Person[name=ann, age=7], Person[name=bob, age=42]]
                        84
                        true
                        """);
    }

    @Test
    void saysWhatAModuleMustOpen(@TempDir Path dir) throws IOException, InterruptedException {
        assertThat(run(dir, "module shop { requires dev.clew.rules; }"))
                .contains("Maybe add `opens shop to dev.clew.rules;` to module-info.java.");
    }

    private static String modules() {
        return rules() + File.pathSeparator + place(Search.class);
    }

    /** Compiles and runs the program with nothing but the module path. */
    private static String run(Path dir, String module) throws IOException, InterruptedException {
        Path source = Files.createDirectories(dir.resolve("source/shop"));
        Path info = Files.writeString(dir.resolve("source/module-info.java"), module);
        Path main = Files.writeString(source.resolve("Main.java"), PROGRAM);
        Path classes = dir.resolve("classes");
        StringWriter messages = new StringWriter();
        int compiled =
                tool("javac")
                        .run(
                                new PrintWriter(messages),
                                new PrintWriter(messages),
                                "-Xlint:all,-missing-explicit-ctor",
                                "-Werror",
                                "-d",
                                classes.toString(),
                                "--module-path",
                                modules(),
                                info.toString(),
                                main.toString());
        assertThat(compiled).as(messages.toString()).isZero();
        String path = modules() + File.pathSeparator + classes;
        Path out = dir.resolve("out.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--module-path",
                                path,
                                "-m",
                                "shop/shop.Main")
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out);
    }

    @Test
    void javadocHasNoComplaints(@TempDir Path dir) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-quiet", "-Werror", "-Xdoclint:all,-missing"));
        arguments.addAll(List.of("-d", dir.toString()));
        arguments.addAll(List.of("--module-path", System.getProperty("java.class.path")));
        Path sources = Page.root().resolve("rules/src/main/java");
        arguments.addAll(List.of("--module-source-path", "dev.clew.rules=" + sources));
        arguments.addAll(List.of("--module", "dev.clew.rules"));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int result = tool("javadoc").run(out, out, arguments.toArray(String[]::new));
        assertThat(result).as(messages.toString()).isZero();
        try (Stream<Path> pages = Files.walk(dir)) {
            assertThat(pages.map(p -> p.getFileName().toString())).contains("Engine.html");
        }
    }

    private static ToolProvider tool(String name) {
        return ToolProvider.findFirst(name).orElseThrow();
    }
}
