package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of JSON objects as predicates. */
class JsonLinesTest {
    @TempDir Path folder;

    private Engine engine(String text, String rules) throws IOException {
        Files.writeString(folder.resolve("f.jsonl"), text);
        return Rules.in(folder, rules);
    }

    @Test
    void membersAreFoundByName() throws IOException {
        Engine e =
                engine(
                        "{\"id\": 1, \"full_name\": \"Ada\"}\n\n"
                                + " {\"full_name\":\"Alan\",\"id\":2}\n",
                        ":- source(p(Id, FullName), jsonl('f.jsonl')).");
        assertThat(Rules.ask(e, "p(X, N)"))
                .containsExactly("X = 1, N = 'Ada'", "X = 2, N = 'Alan'");
        assertThat(Rules.ask(e, "p(2, N)")).containsExactly("N = 'Alan'");
    }

    @Test
    void valuesBecomeTermsAsWithTheJsonLibrary() throws IOException {
        Engine e =
                engine(
                        "{\"v\": -1.5e2}\n{\"v\": true}\n{\"v\": null}\n{}\n"
                                + "{\"v\": [1, [], {}, {\"a\": [\"b\"]}]}\n"
                                + "{\"v\": \"q\\\"\\u00e9\\ud835\\udcb3\\n\"}\n"
                                + "{\"v\": 12345678901234567890}\n",
                        ":- source(p(V), jsonl('f.jsonl')).");
        assertThat(Rules.ask(e, "p(V)"))
                .containsExactly(
                        "V = -150.0",
                        "V = true",
                        "V = null",
                        "V = null",
                        "V = [1, [], json([]), json([a=[b]])]",
                        "V = 'q\"é𝒳\\n'",
                        "V = 12345678901234567890");
    }

    @Test
    void nestedValuesMayBeDeep() throws IOException {
        int depth = 200_000;
        Engine e =
                engine(
                        "{\"v\": " + "[".repeat(depth) + "]".repeat(depth) + "}\n",
                        ":- source(p(V), jsonl('f.jsonl')).");
        assertThat(Rules.ask(e, "p([[[_]]])")).hasSize(1);
    }

    @Test
    void aMemberThatNoObjectHasIsMissing() throws IOException {
        Engine e =
                engine(
                        "{\"id\": 1}\n{\"id\": 2, \"name\": 3}\n",
                        ":- source(p(Id, Name), jsonl('f.jsonl')).\n"
                                + ":- source(q(Id, Nmae), jsonl('f.jsonl')).");
        assertThat(Rules.ask(e, "p(X, N)")).containsExactly("X = 1, N = null", "X = 2, N = 3");
        assertThat(Rules.error(e, "q(_, _)"))
                .hasMessageContaining("has no column (Nmae). It has: id, name.")
                .hasMessageContaining("Maybe name?");
    }

    @Test
    void brokenLinesAreErrorsWithTheirPlace() throws IOException {
        for (String broken :
                new String[] {
                    "{\"v\": 1",
                    "[1]",
                    "{\"v\": 1} x",
                    "{v: 1}",
                    "{\"v\": 01x}",
                    "{\"v\": \"a}",
                    "{\"v\": tru}",
                    "{\"v\": \"\\x\"}",
                    "{\"v\": [1 2]}",
                    "{\"v\": \"\\u12\"}",
                    "{\"v\"",
                    "{\"v\":",
                    "{\"v\": [",
                    "{\"v\": {\"a\"",
                    "{\"v\": \"\\"
                }) {
            Engine e = engine("{\"v\": 1}\n" + broken + "\n", ":- source(p(V), jsonl('f.jsonl')).");
            assertThat(Rules.error(e, "p(_), fail")).as(broken).hasMessageContaining("f.jsonl:2: ");
        }
    }
}
