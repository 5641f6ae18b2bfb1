package dev.clew.rules;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.function.BiPredicate;

/** The solutions that Java code offers, taken one at a time. */
final class Solutions extends Redo {
    private final Machine m;
    private final Iterator<?> candidates;
    private final AutoCloseable source;
    private final BiPredicate<Machine, Object> unify;
    private @Nullable PrologError failure;
    private boolean closed;

    /**
     * @param source what to close at the end
     * @param unify unifies a candidate with the arguments of the call
     */
    Solutions(
            Machine m,
            Iterator<?> candidates,
            AutoCloseable source,
            BiPredicate<Machine, Object> unify) {
        this.m = m;
        this.candidates = candidates;
        this.source = source;
        this.unify = unify;
    }

    /** Unifies a single term with each candidate. */
    static BiPredicate<Machine, Object> with(Term pattern) {
        return (m, value) -> m.unify(pattern, Mapping.term(value));
    }

    /**
     * An exception while looking for the next candidate is raised when that candidate is wanted.
     */
    @Override
    protected boolean hasMore() {
        if (failure != null) {
            return true;
        }
        try {
            return candidates.hasNext();
        } catch (RuntimeException e) {
            failure = JavaFailures.error(m, e);
            return true;
        }
    }

    @Override
    protected boolean attempt(Machine machine) {
        PrologError pending = failure;
        if (pending != null) {
            throw pending;
        }
        try {
            return unify.test(machine, candidates.next());
        } catch (PrologError e) {
            throw e;
        } catch (RuntimeException e) {
            throw JavaFailures.error(machine, e);
        }
    }

    @Override
    protected boolean needsClosing() {
        return true;
    }

    @Override
    protected void close() {
        if (!closed) {
            closed = true;
            try {
                source.close();
            } catch (Exception e) {
                throw JavaFailures.error(m, e);
            }
        }
    }
}
