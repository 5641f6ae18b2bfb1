package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

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

    /** The literals of a list that stand before {@code rest}, which is its end. */
    static Delay before(@Nullable Delay rest, Delay list) {
        List<Delay> literals = new ArrayList<>();
        for (Delay d = list; d != null && d != rest; d = d.next) {
            literals.add(d);
        }
        Delay copy = null;
        for (int i = literals.size() - 1; i >= 0; i--) {
            Delay d = literals.get(i);
            copy = new Delay(d.positive, d.table, copy);
        }
        return java.util.Objects.requireNonNull(copy);
    }
}
