package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;

/**
 * Terms that say what written text becomes: {@code atom(A)}, {@code string(S)}, {@code codes(Cs)}
 * and so on.
 */
final class TextSinks {
    private TextSinks() {}

    /** Whether {@code t} is a sink. */
    static boolean isSink(Term t) {
        if (!(t instanceof Compound c)) {
            return false;
        }
        switch (c.name().name()) {
            case "atom", "string":
                return c.arity() == 1;
            case "codes", "chars":
                return c.arity() == 1 || c.arity() == 2;
            default:
                return false;
        }
    }

    /** The sink that a term is. */
    static Compound sink(Term term) {
        Term t = Arguments.bound(term);
        if (!isSink(t)) {
            throw Errors.domain("output_sink", t);
        }
        return (Compound) t;
    }

    /** Unifies the argument of a sink with a text. */
    static boolean deliver(Machine m, Compound sink, String text) {
        Term tail = sink.arity() == 2 ? sink.arg(1) : Atom.NIL;
        switch (sink.name().name()) {
            case "atom":
                return m.unify(sink.arg(0), Atom.of(text));
            case "string":
                return m.unify(sink.arg(0), Str.of(text));
            case "codes":
                return m.unify(sink.arg(0), Lists.codes(text, tail));
            default:
                return m.unify(sink.arg(0), Lists.chars(text, tail));
        }
    }
}
