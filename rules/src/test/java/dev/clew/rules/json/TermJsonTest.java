package dev.clew.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TermJsonTest {
    private static String json(Term t) {
        Json out = new Json();
        TermJson.write(out, t, Map.of());
        return out.toString();
    }

    private static String json(String text) {
        return json(
                new TermReader(
                                new StringSource(text + " ."),
                                Operators.standard(),
                                ReadFlags.standard())
                        .read()
                        .term());
    }

    @Test
    void writesEachKindOfTerm() {
        assertThat(json("'a b'")).isEqualTo("{\"atom\":\"a b\"}");
        assertThat(json("42")).isEqualTo("{\"integer\":42}");
        assertThat(json("1.5")).isEqualTo("{\"float\":1.5}");
        assertThat(json("\"s\"")).isEqualTo("{\"string\":\"s\"}");
        assertThat(json("f(a, g)"))
                .isEqualTo(
                        "{\"compound\":{\"name\":\"f\",\"args\":[{\"atom\":\"a\"},{\"atom\":\"g\"}]}}");
        assertThat(json("[]")).isEqualTo("{\"list\":[]}");
        assertThat(json("[a|b]"))
                .isEqualTo("{\"list\":[{\"atom\":\"a\"}],\"tail\":{\"atom\":\"b\"}}");
        assertThat(json("[[a], 1]"))
                .isEqualTo("{\"list\":[{\"list\":[{\"atom\":\"a\"}]},{\"integer\":1}]}");
        assertThat(json("[a|f(b)]"))
                .isEqualTo(
                        "{\"list\":[{\"atom\":\"a\"}],\"tail\":{\"compound\":{\"name\":\"f\",\"args\":[{\"atom\":\"b\"}]}}}");
    }

    @Test
    void integersThatSomeReadersWouldRoundAreText() {
        assertThat(json("9007199254740991")).isEqualTo("{\"integer\":9007199254740991}");
        assertThat(json("9007199254740992")).isEqualTo("{\"integer\":\"9007199254740992\"}");
        assertThat(json("123456789012345678901234567890"))
                .isEqualTo("{\"integer\":\"123456789012345678901234567890\"}");
    }

    @Test
    void escapesWhatJsonMustNotHold() {
        assertThat(new Json().text("a\"\\\n\t\u0001\ud800\u2028é😀").toString())
                .isEqualTo("\"a\\\"\\\\\\n\\t\\u0001\\ud800\\u2028é😀\"");
    }

    @Test
    void deepTermsNeedNoStack() {
        Term deep = Atom.of("end");
        Term list = Atom.NIL;
        for (int i = 0; i < 300_000; i++) {
            deep = Struct.of("f", deep);
            list = new Cons(Int.of(i), list);
        }
        assertThat(json(deep)).startsWith("{\"compound\"").hasSizeGreaterThan(300_000);
        assertThat(json(list)).startsWith("{\"list\"");
    }
}
