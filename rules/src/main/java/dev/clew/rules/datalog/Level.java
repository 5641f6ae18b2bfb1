package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * Predicates that depend on each other: a strongly connected component. A level is evaluated when
 * there is nothing to do in those below.
 */
final class Level {
    final int number;

    /** What decides about derived tuples that depend on conditions; null if there are none. */
    final @Nullable Residue residue;

    Level(int number, boolean conditional) {
        this.number = number;
        this.residue = conditional ? new Residue() : null;
    }
}
