package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The Java program of the tutorial compiles and runs as printed. The command line's tests try its
 * other snippets.
 */
class TutorialTest {
    @Test
    void theFirstJavaProgramRunsAsPrinted(@TempDir Path dir)
            throws IOException, InterruptedException {
        Page page = Page.read("docs/tutorial/first-rules.md");
        page.writeFiles(dir);
        Page.Block program =
                page.blocks().stream()
                        .filter(b -> b.language().equals("java"))
                        .findFirst()
                        .orElseThrow();
        Page.Block command = page.after(program, "sh");
        assertThat(Page.run(dir, "Menu", program.text()))
                .isEqualTo(page.after(command, "text").text());
    }
}
