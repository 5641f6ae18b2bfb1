package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** A built-in predicate with any number of solutions. */
@FunctionalInterface
public interface NonDet {
    /**
     * Starts the predicate: checks the arguments and returns the source of its solutions, or null
     * if there are none.
     *
     * @param args the arguments, not dereferenced; the array belongs to the callee
     */
    @Nullable Redo call(Machine m, Term[] args);
}
