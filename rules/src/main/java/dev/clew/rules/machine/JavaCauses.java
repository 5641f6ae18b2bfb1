package dev.clew.rules.machine;

import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The exceptions of Java behind errors of a search. Rules see a term; when it reaches the host,
 * also after it was caught and thrown again, the exception is found here.
 */
public final class JavaCauses {
    private static final int KEPT = 8;

    private record Failure(Term formal, Throwable cause) {}

    private final Deque<Failure> recent = new ArrayDeque<>();

    private JavaCauses() {}

    /** Remembers what is behind {@code error(formal, _)}. */
    public static void remember(Machine m, Term formal, Throwable cause) {
        JavaCauses causes = m.extension(JavaCauses.class);
        if (causes == null) {
            causes = new JavaCauses();
            m.setExtension(JavaCauses.class, causes);
        }
        causes.recent.addFirst(new Failure(formal, cause));
        if (causes.recent.size() > KEPT) {
            causes.recent.removeLast();
        }
    }

    /** The exception behind an error, or null. */
    public static @Nullable Throwable of(Machine m, PrologError error) {
        JavaCauses causes = m.extension(JavaCauses.class);
        if (causes == null
                || !(error.term().deref() instanceof Struct s)
                || s.functor() != Names.ERROR) {
            return null;
        }
        for (Failure f : causes.recent) {
            if (Order.identical(f.formal(), s.args[0])) {
                return f.cause();
            }
        }
        return null;
    }
}
