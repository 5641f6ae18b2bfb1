package dev.clew.rules.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Documentation;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReferencePageTest {
    private static final Path PAGE = Path.of("../docs/reference/built-ins.md");

    @Test
    void referencePageShowsWhatTheSourcesSay() throws IOException {
        Documentation documentation = new Documentation(ExamplesTest.database().library());
        String text = new ReferencePage(documentation.sections()).text();
        if (Boolean.getBoolean("clew.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE).equals(text))
                .as(
                        "%s does not show what the sources say. Maybe regenerate it by"
                                + " -Dclew.regenerate=true.",
                        PAGE)
                .isTrue();
    }
}
