package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;

/** The solutions of a nondeterministic built-in, produced one at a time, on demand. */
public abstract class Redo {
    /**
     * Tries the next candidate. Bindings of an attempt that returns false are undone by the
     * machine.
     *
     * @return whether the candidate is a solution
     */
    protected abstract boolean attempt(Machine m);

    /**
     * Whether there is another candidate. When false after a successful attempt, no choice point is
     * left.
     */
    protected abstract boolean hasMore();

    /**
     * Whether it is known already that the next candidate is the last one: then no choice point is
     * made for it.
     */
    protected boolean isLast() {
        return false;
    }

    /** Whether {@link #close} has to be called when the search leaves this predicate for good. */
    protected boolean needsClosing() {
        return false;
    }

    /** Releases what the solutions hold, once no further attempt will be asked for. */
    protected void close() {}

    /** Unifies {@code pattern} with each of the candidates in turn. */
    public static Redo unifying(Term pattern, Iterator<? extends Term> candidates) {
        return new Redo() {
            private @Nullable Term ahead = candidates.hasNext() ? candidates.next() : null;

            @Override
            protected boolean attempt(Machine m) {
                Term candidate = ahead;
                ahead = candidates.hasNext() ? candidates.next() : null;
                return candidate != null && m.unify(pattern, candidate);
            }

            @Override
            protected boolean hasMore() {
                return ahead != null;
            }

            @Override
            protected boolean isLast() {
                return !candidates.hasNext();
            }
        };
    }
}
