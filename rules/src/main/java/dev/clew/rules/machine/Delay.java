package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/**
 * The literals that a computation has passed without knowing whether they hold: its answer is true
 * on condition that they do (delay lists of SLG; W. Chen and D. S. Warren, "Tabled Evaluation with
 * Delaying for General Logic Programs", 1996). Lists are shared, newest literal first.
 */
final class Delay {
    /** The answer that must be true, or null for a negative literal. */
    final @Nullable TableAnswer positive;

    /** The table that has the answer, or that must have no true answer. */
    final Table table;

    final @Nullable Delay next;

    private Delay(@Nullable TableAnswer positive, Table table, @Nullable Delay next) {
        this.positive = positive;
        this.table = table;
        this.next = next;
    }

    /** The literal that an answer is true. */
    static Delay onAnswer(Table table, TableAnswer answer, @Nullable Delay next) {
        return new Delay(answer, table, next);
    }

    /** The literal that a table has no true answer. */
    static Delay onNegation(Table table, @Nullable Delay next) {
        return new Delay(null, table, next);
    }
}
