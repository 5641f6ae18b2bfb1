package dev.clew.rules.machine;

/**
 * A change other than a variable binding that backtracking has to revert; it is an entry of the
 * trail.
 */
interface Undo {
    void undo(Machine m);

    /**
     * Makes the change again, when a suspended computation is resumed, and records how to revert it
     * to what was there now. By default there is nothing to make: what is undone belongs to choice
     * points that no suspended computation keeps.
     */
    default void redo(Machine m) {}
}
