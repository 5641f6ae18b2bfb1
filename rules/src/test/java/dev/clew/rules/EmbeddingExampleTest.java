package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example prints what its header says. */
class EmbeddingExampleTest {
    @Test
    void printsWhatItsHeaderSays(@TempDir Path dir) throws IOException, InterruptedException {
        Path example = Page.root().resolve("examples/embedding");
        Path folder = Files.createDirectories(dir.resolve("examples/embedding"));
        Files.copy(example.resolve("discounts.pl"), folder.resolve("discounts.pl"));
        String program = Files.readString(example.resolve("Discounts.java"));
        String header =
                program.substring(program.indexOf("// It prints:"), program.indexOf("record "));
        StringBuilder wanted = new StringBuilder();
        header.lines()
                .filter(line -> line.startsWith("//   "))
                .forEach(line -> wanted.append(line.substring(5)).append('\n'));
        assertThat(Page.run(dir, "Discounts", program)).isEqualTo(wanted.toString());
    }
}
