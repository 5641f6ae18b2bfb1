package dev.clew.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

/** The short cut for facts reads what the reader reads, or declines. */
class FactReaderTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_124);

    private static final String[] PIECES = {
        "edge",
        "a",
        "b1",
        "is",
        "dynamic",
        "X",
        "_",
        "'q'",
        "12",
        "-7",
        "- 7",
        "0'a",
        "1.5",
        "1e3",
        "0x1F",
        "1_000",
        "99999999999999999999",
        "(",
        ")",
        ",",
        ".",
        ".\n",
        " ",
        "\n",
        "%c\n",
        "[]",
        "é",
        "\"s\"",
        "+",
        ".a",
        "(a",
        "-",
        "{}",
        "12345678901234567",
        "a.b"
    };

    private static FactReader facts(StringSource source) {
        return new FactReader(source, Operators.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p(1).", "p(a, -1).\n", "  \n p(1 ,b2c_D).%", "p(-0)."})
    void readsPlainFacts(String text) {
        StringSource source = new StringSource(text + (text.endsWith("%") ? "" : "\nq."));
        boolean isPlain = !text.endsWith("%");
        assertThat(facts(source).read() != null).isEqualTo(isPlain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.",
                "p(X).",
                "p('a').",
                "p(1.5).",
                "p(0'a).",
                "p(is).",
                "p(f(1)).",
                "p(1",
                "p(1)",
                "p(1).5.",
                "p(1):-q.",
                "p()",
                "p (1).",
                "p(1_000).",
                "dynamic(1).x",
                "p(- 1).",
                "p(é)."
            })
    void leavesTheRest(String text) {
        StringSource source = new StringSource(text);
        assertThat(facts(source).read()).isNull();
        assertThat(source.offset()).isZero();
    }

    @Test
    void readsWhatTheReaderReads() {
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = random.nextInt(3) == 0 ? noise(random) : fact(random);
            StringSource source = new StringSource(text);
            Term fast = facts(source).read();
            if (fast == null) {
                continue;
            }
            read++;
            StringSource again = new StringSource(text);
            Term slow = reader(again).read().term();
            assertThat(Order.compare(fast, slow)).as("seed %d: %s", SEED, text).isZero();
            assertThat(source.offset()).as("seed %d: %s", SEED, text).isEqualTo(again.offset());
            assertThat(source.line()).as("seed %d: %s", SEED, text).isEqualTo(again.line());
        }
        assertThat(read).isGreaterThan(10_000);
    }

    private static TermReader reader(StringSource source) {
        return new TermReader(
                source, Operators.standard(), ReadFlags.standard().withVariables(Var::new));
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(10); n >= 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String fact(Random random) {
        StringBuilder text = new StringBuilder("edge(");
        for (int n = random.nextInt(3); n >= 0; n--) {
            text.append(PIECES[random.nextInt(random.nextInt(4) == 0 ? PIECES.length : 4)]);
            text.append(n == 0 ? "" : random.nextBoolean() ? "," : ", ");
        }
        return text.append(random.nextInt(9) == 0 ? ")." : ").\n").append("x").toString();
    }
}
