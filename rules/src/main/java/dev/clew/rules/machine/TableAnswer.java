package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An answer in a table: stored terms for the variables of the tabled call. */
final class TableAnswer {
    final Term[] bindings;

    /** How many variables the answer itself has. */
    final int slots;

    final int hash;

    /**
     * When it was found: answers that it was derived from have smaller numbers, as long as they are
     * not undefined.
     */
    final long time;

    /**
     * The conditions under which it holds, any of which will do; null if it holds without
     * condition.
     */
    @Nullable List<Delay> conditions;

    /** Whether it has been found false, or a better one has taken its place. */
    boolean isDropped;

    TableAnswer(Term[] bindings, int slots, int hash, long time, @Nullable Delay condition) {
        this.bindings = bindings;
        this.slots = slots;
        this.hash = hash;
        this.time = time;
        if (condition != null) {
            conditions = new ArrayList<>(1);
            conditions.add(condition);
        }
    }

    boolean isTrue() {
        return conditions == null && !isDropped;
    }
}
