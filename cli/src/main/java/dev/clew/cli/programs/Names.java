package dev.clew.cli.programs;

import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Functor;

/** Names of predicates as they are shown. */
public final class Names {
    private Names() {}

    /** {@code name/arity}, quoted as needed. */
    public static String of(Functor f, Operators operators) {
        return TermWriter.toText(operators, WriteOptions.writeq(), f.indicator());
    }
}
