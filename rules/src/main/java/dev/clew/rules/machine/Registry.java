package dev.clew.rules.machine;

/** Where groups of built-in predicates enter themselves. */
public interface Registry {
    /**
     * Defines {@code name/arity} in module {@code system} by Java code with at most one solution.
     */
    void det(String name, int arity, Det code);

    /**
     * Defines {@code name/arity} in module {@code system} by Java code with any number of
     * solutions.
     */
    void nondet(String name, int arity, NonDet code);
}
