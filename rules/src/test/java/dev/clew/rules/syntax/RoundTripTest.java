package dev.clew.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;

/** What is written quoted reads back as the same term, whatever the operators are. */
class RoundTripTest {
    private static final int CASES = Integer.getInteger("clew.cases", 20_000);
    private static final long SEED = Long.getLong("clew.seed", 20_261);

    @Test
    void readsBackWhatWriteqWrites() {
        check(WriteOptions.writeq(), false);
    }

    @Test
    void readsBackWhatWriteCanonicalWrites() {
        check(WriteOptions.canonical(), false);
    }

    @Test
    void readsBackWhatIsWrittenWithSpaces() {
        WriteOptions options = WriteOptions.writeq();
        options.spaceArguments = true;
        check(options, false);
    }

    @Test
    void readsBackWhereBareOperatorsAreAllowed() {
        check(WriteOptions.writeq(), true);
    }

    private static void check(WriteOptions options, boolean bareOperators) {
        options.numberVars = false;
        for (int i = 0; i < CASES; i++) {
            RandomTerms random = new RandomTerms(SEED + i);
            Operators operators = random.operators();
            Term term = random.term(1 + i % 5);
            check(term, operators, options, bareOperators, SEED + i);
        }
    }

    private static void check(
            Term term, Operators operators, WriteOptions options, boolean bare, long seed) {
        String text = TermWriter.toText(operators, options, term);
        try {
            ReadFlags flags = ReadFlags.standard().withBareOperators(bare);
            ReadResult result =
                    new TermReader(new StringSource(text + " ."), operators, flags).read();
            for (ReadVariable v : result.variables()) {
                v.variable().ref = new Var(Long.parseLong(v.name().substring(1)));
            }
            assertThat(Texts.shape(result.term()))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(Texts.shape(term));
            assertThat(TermWriter.toText(operators, options, result.term()))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        } catch (SyntaxError e) {
            fail("seed " + seed + ": " + text + "\n" + Texts.shape(term) + "\n" + e.getMessage());
        }
    }

    @Test
    void keepsVariablesApart() {
        Term term = Texts.read("f(A, B, A, _, _)");
        assertThat(Texts.result(Texts.writeq(term) + ".").variables()).hasSize(4);
    }
}
