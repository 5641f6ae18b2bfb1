package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

/**
 * The error of a source that could not be read: {@code error(source_error(Source, Problem), _)}.
 */
public final class SourceError {
    private SourceError() {}

    /** Whether something outside, rather than the program, is to blame for an error. */
    public static boolean is(Term ball) {
        return ball.deref() instanceof Struct e
                && e.functor() == Names.ERROR
                && e.args[0].deref() instanceof Struct s
                && s.functor() == Functor.of("source_error", 2);
    }

    /** {@code source_error(Source, Problem)}. */
    static Term formal(String source, Term problem) {
        return Struct.of("source_error", Atom.of(source), problem);
    }
}
