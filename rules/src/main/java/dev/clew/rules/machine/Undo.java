package dev.clew.rules.machine;

import dev.clew.rules.terms.Errors;

/**
 * A change other than a variable binding that backtracking has to revert; it is an entry of the
 * trail.
 */
interface Undo {
    void undo(Machine m);

    /** Makes the change again, when a suspended computation is resumed. */
    default void redo(Machine m) {
        throw Errors.resource("suspension");
    }
}
