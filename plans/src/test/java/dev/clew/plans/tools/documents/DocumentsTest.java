package dev.clew.plans.tools.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

/** Texts in JSON and YAML, right and wrong. */
class DocumentsTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);

    private static @Nullable Object read(String name, String text) {
        return Documents.read(new Source(name, text)).value();
    }

    private static CatalogueError error(String name, String text) {
        return catchThrowableOfType(CatalogueError.class, () -> read(name, text));
    }

    @Test
    void jsonAndYamlOfTheSameValueAreTheSame() {
        Object json =
                read(
                        "a.json",
                        "{\"a\": [1, -2.5e3, true, null],\t\"b\": {\"c\":"
                                + " \"\\u00e9\\ud83d\\ude00\\n\"}}");
        Object yaml =
                read("a.yaml", "a: [1, -2.5e3, true, null]\nb:\n  c: \"\\u00e9\\U0001F600\\n\"\n");
        assertThat(Json.canonical(json)).isEqualTo(Json.canonical(yaml));
        assertThat(Json.write(json))
                .isEqualTo("{\"a\":[1,-2.5E+3,true,null],\"b\":{\"c\":\"é😀\\n\"}}");
    }

    @Test
    void aTextWithoutAnExtensionIsReadAsWhatItLooksLike() {
        assertThat(read("x", " {\"a\": 1}")).isEqualTo(read("x", "a: 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': 1 'b': 2}|1|9|comma",
                "{'a' 1}|1|6|colon",
                "{a: 1}|1|2|double quotes",
                "[1, 2,]|1|6|leave it out",
                "[01]|1|2|double quotes",
                "[1.]|1|2|double quotes",
                "{'a': nul}|1|7|double quotes",
                "{'a': 1, 'a': 2}|1|10|rename",
                "['x|1|2|double quote",
                "['\\q']|1|3|backslash",
                "{'a': [1, 2}|1|12|comma",
            })
    void malformedJsonGivesAPositionAndAHint(String text, int line, int column, String hint) {
        CatalogueError error = error("a.json", text.replace('\'', '"'));
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error).hasMessageContaining("Maybe").hasMessageContaining(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c|1|5|quotes",
                "a:~  b: [1, 2~c: 3|3|2|bracket",
                "a: 1~a: 2|2|1|rename",
                "a:~\tb: 1|2|1|blanks",
                "a: 'x|1|6|quote",
                "? [1, 2]~: 3|1|3|quotes",
                "a: @b|1|4|quotes",
                "a: &x {b: *x}|1|4|write it out",
            })
    void malformedYamlGivesAPositionAndAHint(String text, int line, int column, String hint) {
        CatalogueError error = error("a.yaml", text.replace('~', '\n'));
        assertThat(error.line()).as(error.getMessage()).isEqualTo(line);
        assertThat(error.column()).as(error.getMessage()).isEqualTo(column);
        assertThat(error).hasMessageContaining("Maybe").hasMessageContaining(hint);
    }

    @Test
    void deepNestingIsAnErrorAndNoCrash() {
        assertThat(error("a.json", "[".repeat(100_000))).hasMessageContaining("levels deep");
        assertThat(error("a.yaml", "[".repeat(100_000))).hasMessageContaining("nested too deeply");
    }

    /** No text whatever leads to anything but a value or an error with a position. */
    @Test
    void randomChangesOfATextNeverCrash() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        String text = "{\"a\": [1, 2.5, \"x\\n\", true], \"b\": {\"c\": null, \"d\": -3}}";
        for (int i = 0; i < 3000; i++) {
            StringBuilder changed = new StringBuilder(text);
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(changed.length());
                char c = "{}[]\",:\\ \n\t-#&*!|>'%@`?1ax".charAt(random.nextInt(26));
                if (random.nextBoolean()) {
                    changed.setCharAt(at, c);
                } else {
                    changed.insert(at, c);
                }
            }
            for (String name : new String[] {"a.json", "a.yaml"}) {
                try {
                    read(name, changed.toString());
                } catch (CatalogueError e) {
                    assertThat(e.line()).isPositive();
                }
            }
        }
    }

    @Test
    void valuesAreReadAsTheyAreWritten() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            Object value = value(random, 4);
            Source source = new Source("v", Json.write(value));
            assertThat(Json.canonical(Documents.value(source))).isEqualTo(Json.canonical(value));
        }
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0:
                return random.nextBoolean();
            case 1:
                return new java.math.BigDecimal(random.nextInt(2000) - 1000)
                        .scaleByPowerOfTen(random.nextInt(9) - 4);
            case 2:
                return "";
            case 3:
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(8); i > 0; i--) {
                    text.appendCodePoint(1 + random.nextInt(0x2000));
                }
                return text.toString();
            case 4:
                var list = new java.util.ArrayList<Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                return list;
            default:
                var map = new java.util.LinkedHashMap<String, Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put("k" + random.nextInt(100), value(random, depth - 1));
                }
                return map;
        }
    }
}
