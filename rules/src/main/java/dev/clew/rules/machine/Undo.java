package dev.clew.rules.machine;

/**
 * A change other than a variable binding that backtracking has to revert; it is an entry of the
 * trail.
 */
interface Undo {
    void undo(Machine m);
}
