package dev.clew.rules;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The exceptions that Java predicates threw during a search. Rules see {@code
 * error(java_exception(Class, Message), _)}; when such an error reaches the host, the exception is
 * its cause.
 */
final class JavaFailures {
    private static final int KEPT = 8;

    private record Failure(Term formal, Throwable cause) {}

    private final Deque<Failure> recent = new ArrayDeque<>();

    private JavaFailures() {}

    /** The error that stands for an exception, which is remembered. */
    static PrologError error(Machine m, Throwable cause) {
        if (cause instanceof PrologError e) {
            return e;
        }
        Term name = Atom.of(cause.getClass().getName());
        String message = cause.getMessage();
        Term formal = Struct.of("java_exception", name, Atom.of(message == null ? "" : message));
        JavaFailures failures = m.extension(JavaFailures.class);
        if (failures == null) {
            failures = new JavaFailures();
            m.setExtension(JavaFailures.class, failures);
        }
        failures.add(new Failure(formal, cause));
        return Errors.of(formal);
    }

    private void add(Failure failure) {
        recent.addFirst(failure);
        if (recent.size() > KEPT) {
            recent.removeLast();
        }
    }

    /** The exception behind an error, or null. */
    static @Nullable Throwable cause(Machine m, PrologError error) {
        JavaFailures failures = m.extension(JavaFailures.class);
        if (failures == null
                || !(error.term().deref() instanceof Struct s)
                || !s.name().name().equals("error")
                || s.args.length != 2) {
            return null;
        }
        for (Failure f : failures.recent) {
            if (Order.identical(f.formal(), s.args[0])) {
                return f.cause();
            }
        }
        return null;
    }
}
