package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reference of the command line is what {@code clew help} says. {@code -Dclew.update=true}
 * writes it anew.
 */
class DocumentationTest {
    private static final Path PAGE = Path.of("../docs/reference/command-line.md");

    @Test
    void theReferencePageSaysWhatHelpSays() throws IOException {
        if (Boolean.getBoolean("clew.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        StringBuilder text =
                new StringBuilder("# The command line\n\n```text\n")
                        .append(Help.overview())
                        .append("```\n");
        for (String topic : Help.topics()) {
            String title =
                    topic.equals("repl")
                            ? "clew [FILE...]"
                            : topic.equals("exit") ? "Exit statuses" : "clew " + topic;
            text.append("\n## ")
                    .append(title)
                    .append("\n\n```text\n")
                    .append(Help.page(topic))
                    .append("```\n");
        }
        return text.toString();
    }
}
