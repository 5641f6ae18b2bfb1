package dev.clew.rules.terms;

import dev.clew.rules.syntax.Beginning;
import dev.clew.rules.syntax.Operators;
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
        return Beginning.of(Standard.OPERATORS, WriteOptions.writeq(), term, LIMIT);
    }
}
