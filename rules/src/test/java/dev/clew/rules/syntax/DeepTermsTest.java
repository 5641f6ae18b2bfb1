package dev.clew.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms nest as deeply as memory allows. */
class DeepTermsTest {
    private static final int DEPTH = 1_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "f( ~ a ~ )",
                "[ ~ a ~ ]",
                "{ ~ a ~ }",
                "- ~ a ~ ``",
                "a+ ~ a ~ ``",
                "a^ ~ a ~ ``",
                "a, ~ a ~ ``",
                "[a| ~ [] ~ ]",
                "g(a, ~ a ~ )",
                "1-( ~ 1-1 ~ )",
            })
    void readsAndWrites(String open, String middle, String close) {
        String closing = close == null ? "" : close;
        String opening = open.equals("-") ? "- " : open;
        String text = opening.repeat(DEPTH) + middle + closing.repeat(DEPTH);
        Term term = Texts.read(text);
        String written = Texts.writeq(term);
        Term again = Texts.read(written);
        assertThat(Order.compare(term, again)).isZero();
    }

    @Test
    void readsParenthesesAndLongLists() {
        assertThat(Texts.shape("(".repeat(DEPTH) + "a" + ")".repeat(DEPTH))).isEqualTo("a");
        String list = "[" + "a,".repeat(DEPTH) + "a]";
        assertThat(Texts.writeq(list)).isEqualTo(list);
    }
}
