package dev.clew.rules.machine;

import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The choice point of a call that fills a table. When the clauses are exhausted and no table that
 * was begun before is needed, it is the leader of a strongly connected component of tables: it
 * resumes the consumers until none has answers to consume, and then completes the tables (local
 * scheduling of SLG; J. Freire, T. Swift and D. S. Warren, "Beyond Depth-First", 1996). Else it
 * leaves its component to the generator that called it.
 */
final class Generator extends Choice {
    final Table table;

    /** The variables of the call, as the caller sees them. */
    final Var[] variables;

    /** Whether the caller wants to know that there is no answer. */
    final boolean isNegative;

    final @Nullable Generator parent;

    /** Where the tables of this component begin on the stack of incomplete tables. */
    final int stackBase;

    /** The lowest number of an incomplete table that is needed. */
    int lowest;

    /** Tables whose consumers may have answers to consume. */
    ArrayDeque<Table> agenda = new ArrayDeque<>();

    /** Negative consumers in this component that have not been resumed. */
    List<Consumer> negatives = new ArrayList<>(0);

    /** Tables that nothing might bring answers, once no consumer has any to consume. */
    ArrayDeque<Table> idle = new ArrayDeque<>(0);

    /** Negative consumers to resume. */
    final ArrayDeque<Consumer> ready = new ArrayDeque<>(0);

    /** What the tables are made from. */
    Reads reads = new Reads();

    Generator(
            Machine m,
            Table table,
            Var[] variables,
            boolean isNegative,
            @Nullable Generator parent,
            int stackBase) {
        super(m);
        this.table = table;
        this.variables = variables;
        this.isNegative = isNegative;
        this.parent = parent;
        this.stackBase = stackBase;
        this.lowest = table.number;
    }

    @Override
    @Nullable Code retry(Machine m) {
        barrier = m.serial;
        m.barrier = barrier;
        return m.tabling().continueWith(this);
    }

    @Override
    boolean watchesRemoval() {
        return true;
    }

    @Override
    void removed(Machine m, @Nullable Throwable cause) {
        m.tabling().abandon(this);
    }
}
