package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

/** A built-in predicate with at most one solution. */
@FunctionalInterface
public interface Det {
    /**
     * Runs the predicate.
     *
     * @param args the arguments, not dereferenced; the array belongs to the callee
     * @return whether it succeeded; bindings of a failed call are undone by the machine
     * @throws dev.clew.rules.terms.PrologError to raise a Prolog error
     */
    boolean call(Machine m, Term[] args);
}
