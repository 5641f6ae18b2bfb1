package dev.clew.rules;

import dev.clew.rules.machine.JavaCauses;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

/**
 * The exceptions that Java predicates threw during a search. Rules see {@code
 * error(java_exception(Class, Message), _)}; when such an error reaches the host, the exception is
 * its cause.
 */
final class JavaFailures {
    private JavaFailures() {}

    /** The error that stands for an exception, which is remembered. */
    static PrologError error(Machine m, Throwable cause) {
        if (cause instanceof PrologError e) {
            return e;
        }
        Term name = Atom.of(cause.getClass().getName());
        String message = cause.getMessage();
        Term formal = Struct.of("java_exception", name, Atom.of(message == null ? "" : message));
        JavaCauses.remember(m, formal, cause);
        return Errors.of(formal);
    }
}
