package dev.clew.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.Atom;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever the text is, reading it comes to its end, and does not depend on the kind of source. */
class RandomTextTest {
    private static final int CASES = Integer.getInteger("clew.cases", 20_000);
    private static final long SEED = Long.getLong("clew.seed", 20_263);
    private static final String[] PIECES = {
        "a", "foo", "X", "_", "1", "0", "2.5", "0'", "0'a", "0x", "16'", "1.0e", "e5", "'", "\"",
        "`", "\\", "\\\n", "\\x41\\", "\\x", "+", "-", "*", "=", ":-", ".", ". ", ".\n", "%", "/*",
        "*/", "\n", " ", "\t", "(", ")", "[", "]", "{", "}", ",", "|", "!", ";", "f(", "mod",
        " is ", "\\+", "é", "É", "𝐀", "«", "\u0000", "1_0", "1_", "Inf", "NaN", "1.0Inf", "1.0I",
        "_1", "dynamic", "''", "\"\"",
    };

    /** The same characters from a source that cannot be scanned directly. */
    private record Slow(StringSource characters) implements CharSource {
        @Override
        public int read() {
            return characters.read();
        }

        @Override
        public int peek() {
            return characters.peek();
        }

        @Override
        public int line() {
            return characters.line();
        }

        @Override
        public int column() {
            return characters.column();
        }

        @Override
        public long offset() {
            return characters.offset();
        }
    }

    @Test
    void readsTheSameFromAnySource() {
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED + i);
            StringBuilder b = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                b.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = b.toString();
            List<String> fast = readAll(new StringSource(text), text);
            assertThat(readAll(new Slow(new StringSource(text)), text))
                    .as("seed %d: %s", SEED + i, text)
                    .isEqualTo(fast);
        }
    }

    private static List<String> readAll(CharSource source, String text) {
        TermReader reader =
                new TermReader(
                        source,
                        Texts.OPERATORS,
                        ReadFlags.standard().withLayout(true, text.length() % 2 == 0));
        List<String> log = new ArrayList<>();
        while (log.size() <= text.length() + 1) {
            try {
                ReadResult result = reader.read();
                log.add(
                        Texts.shape(result.term())
                                + " "
                                + result.line()
                                + ":"
                                + result.column()
                                + " "
                                + result.start()
                                + "-"
                                + result.end()
                                + " "
                                + result.positions()
                                + " "
                                + result.comments());
                if (result.term() == Atom.END_OF_FILE && result.start() == result.end()) {
                    return log;
                }
            } catch (SyntaxError error) {
                log.add(error.id() + " " + error.getMessage() + " " + error.offset());
            }
        }
        throw new AssertionError("No end of " + text);
    }
}
