package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The resource INDEX says which library defines a predicate. It is made from the libraries: run
 * this test with {@code -Dclew.regenerate=true} after a change of what they export.
 */
class LibraryIndexTest {
    private static final Path ROOT = Path.of("src/main/resources/dev/clew/rules");
    private static final Pattern PROVIDES = Pattern.compile("(?m)^%% provides:(.*)$");
    private static final Pattern INDICATOR = Pattern.compile("([^\\s,]+?)/(\\d+)");

    /** A predicate and where it is defined, in the order of the index. */
    private record Entry(String name, int arity) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : Integer.compare(arity, other.arity);
        }
    }

    @Test
    void indexListsWhatTheLibrariesExport() throws IOException {
        Map<Entry, String> entries = new TreeMap<>();
        for (Path file : files("library")) {
            String home =
                    ROOT.relativize(file).toString().replace('\\', '/').replaceFirst("\\.pl$", "");
            for (Entry entry : exports(Files.readString(file))) {
                entries.putIfAbsent(entry, home);
            }
        }
        for (Path file : files("system")) {
            String home = "system/" + file.getFileName().toString().replaceFirst("\\.pl$", "");
            Matcher line = PROVIDES.matcher(Files.readString(file));
            while (line.find()) {
                Matcher indicator = INDICATOR.matcher(line.group(1));
                while (indicator.find()) {
                    Entry entry =
                            new Entry(indicator.group(1), Integer.parseInt(indicator.group(2)));
                    entries.putIfAbsent(entry, home);
                }
            }
        }
        StringBuilder text = new StringBuilder();
        entries.forEach((e, home) ->
                text.append(e.name)
                        .append(' ')
                        .append(e.arity)
                        .append(' ')
                        .append(home)
                        .append('\n'));
        Path index = ROOT.resolve("INDEX");
        if (Boolean.getBoolean("clew.regenerate")) {
            Files.writeString(index, text);
        }
        assertThat(Files.readString(index)).isEqualTo(text.toString());
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".pl")).sorted().toList();
        }
    }

    /** The predicates in the module declaration, which is the first clause of a library. */
    private static List<Entry> exports(String text) {
        Machine m = new Machine(Texts.quietDatabase());
        Compound directive = (Compound) Texts.read(m, text);
        Compound module = (Compound) directive.arg(0).deref();
        assertThat(module.name()).isEqualTo(Atom.of("module"));
        List<Entry> entries = new ArrayList<>();
        for (Term export : Lists.items(module.arg(1))) {
            Struct s = (Struct) export.deref();
            if (s.arg(0).deref() instanceof Atom name
                    && s.arg(1).deref() instanceof Int arity
                    && s.arity() == 2) {
                int extra = s.name().name().equals("//") ? 2 : 0;
                entries.add(new Entry(name.name(), (int) arity.value() + extra));
            }
        }
        return entries;
    }
}
