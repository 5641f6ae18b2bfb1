package dev.clew.rules.checking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checker may be wrong only where the reader and the terms are: it uses nothing else. */
class IndependenceTest {
    private static final List<String> OWN = List.of("checking", "json", "proofs", "proofs.forms");
    private static final List<String> SHARED = List.of("syntax", "terms");
    private static final Pattern PACKAGE = Pattern.compile("dev\\.clew\\.rules\\.([a-z.]*)");

    @Test
    void checkingUsesTheReaderAndTheTermsAlone() throws IOException {
        TreeSet<String> allowed = new TreeSet<>(OWN);
        allowed.addAll(SHARED);
        assertThat(used(OWN)).contains("terms", "syntax").isSubsetOf(allowed);
    }

    @Test
    void theReaderAndTheTermsUseNothingThatRuns() throws IOException {
        assertThat(used(SHARED)).contains("terms").doesNotContain("", "machine", "builtins");
    }

    private static TreeSet<String> used(List<String> packages) throws IOException {
        TreeSet<String> used = new TreeSet<>();
        for (String name : packages) {
            Path folder = Path.of("src/main/java/dev/clew/rules", name.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    collect(Files.readString(file), used);
                }
            }
        }
        return used;
    }

    /** The packages of Clew that a text names outside of comments. */
    private static void collect(String text, TreeSet<String> used) {
        for (String line : text.lines().toList()) {
            String code = line.strip();
            if (!code.startsWith("*") && !code.startsWith("/*")) {
                Matcher m = PACKAGE.matcher(code);
                while (m.find()) {
                    used.add(m.group(1).replaceAll("\\.$", ""));
                }
            }
        }
    }
}
