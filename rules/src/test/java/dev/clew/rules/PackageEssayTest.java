package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The snippets of the package's essay compile and print what their comments say. */
class PackageEssayTest {
    @Test
    void snippetsWork(@TempDir Path dir) throws IOException, InterruptedException {
        Path essay = Page.root().resolve("rules/src/main/java/dev/clew/rules/package-info.java");
        StringBuilder body = new StringBuilder();
        long open = 0;
        for (String line : Files.readAllLines(essay)) {
            boolean starts = line.equals(" * {@snippet :");
            boolean inside = open > 0;
            if (starts || inside) {
                open += count(line, '{') - count(line, '}');
            }
            if (inside && open > 0) {
                body.append(line.substring(3)).append('\n');
            }
        }
        String program =
                """
                import dev.clew.rules.*;
                import java.time.Duration;
                import java.util.*;
                import java.util.stream.*;
                class Essay {
                    static void main() {
                        %s
                        System.out.println(adults + " " + some);
                    }
                }
                """
                        .formatted(body);
        assertThat(Page.run(dir, "Essay", program))
                .isEqualTo("bob\nann\nTIME\n[Person[name=bob, age=42]] true\n");
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }
}
