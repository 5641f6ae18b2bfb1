package dev.clew.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code -Dclew.update=true} draws the pictures of the documentation anew. */
class PlotTest {
    private static final Path PICTURE = Path.of("../docs/explanation/backtrack-or-not.svg");

    @Test
    void thePictureOfTheDocumentationIsWhatTheStudyDraws() throws IOException {
        String drawn = new BacktrackOrNot().plot(1).orElseThrow();
        if (Boolean.getBoolean("clew.update")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(drawn);
    }

    @Test
    void textsAreEscaped() {
        Plot plot = new Plot("a < b & c", "x", "y");
        plot.line("l", new double[] {1, 10}, new double[] {0, 100});
        assertThat(plot.svg())
                .contains("a &lt; b &amp; c")
                .contains("points=\"60.0,370.0 520.0,40.0\"");
    }
}
