package dev.clew.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class StudiesTest {
    @Test
    void areInTheOrderOfTheirNames() {
        List<String> names = Studies.all().stream().map(Study::name).toList();
        assertThat(names).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void haveANameOfOneWordAndAClaimInOneLine() {
        for (Study study : Studies.all()) {
            assertThat(study.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(study.claim()).isNotBlank().doesNotContain("\n");
        }
    }

    @Test
    void areFoundByTheirNamesHoweverTheseAreWritten() {
        for (Study study : Studies.all()) {
            String words = study.name().replace('-', ' ').toUpperCase(Locale.ROOT);
            assertThat(Studies.named(words).orElseThrow().name()).isEqualTo(study.name());
        }
        assertThat(Studies.named("no such study")).isEmpty();
    }
}
