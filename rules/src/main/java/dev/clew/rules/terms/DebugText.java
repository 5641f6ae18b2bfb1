package dev.clew.rules.terms;

import dev.clew.rules.syntax.CharSink;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;

/**
 * The text of terms for {@code toString}: as {@code writeq/1}, cut off after some thousand
 * characters.
 */
final class DebugText {
    private static final int LIMIT = 4000;

    private DebugText() {}

    /** The predefined operators, made when a term is first shown. */
    private static final class Standard {
        static final Operators OPERATORS = Operators.standard();
    }

    static String of(Term term) {
        Beginning sink = new Beginning();
        try {
            TermWriter.write(sink, Standard.OPERATORS, WriteOptions.writeq(), term);
            return sink.text.toString();
        } catch (Full e) {
            return sink.text.append("...").toString();
        }
    }

    /** Takes so much and no more. */
    private static final class Beginning implements CharSink {
        final StringBuilder text = new StringBuilder();

        @Override
        public void append(String more) {
            text.append(more);
            check();
        }

        @Override
        public void append(int codePoint) {
            text.appendCodePoint(codePoint);
            check();
        }

        private void check() {
            if (text.length() > LIMIT) {
                text.setLength(LIMIT);
                throw new Full();
            }
        }

        @Override
        public int last() {
            return text.isEmpty() ? -1 : text.codePointBefore(text.length());
        }
    }

    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }
}
