package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.Engine;

import org.junit.jupiter.api.Test;

class ImportModuleTest {
    @Test
    void whatWasUnknownIsKnownOnceItsModuleImportsIt() {
        Engine engine = Engine.create();
        engine.loadText(":- initialization(assertz(colours:shade(dark))).");
        assertThatThrownBy(() -> engine.ask("painting:shade(X)").first())
                .hasMessageContaining("painting:shade/1");
        assertThat(engine.ask("add_import_module(painting, colours, start)").first()).isPresent();
        assertThat(engine.ask("painting:shade(X)").first().orElseThrow().get("X"))
                .hasToString("dark");
    }
}
