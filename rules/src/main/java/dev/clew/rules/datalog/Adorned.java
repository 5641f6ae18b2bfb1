package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * A predicate as it is called with certain arguments bound (an adornment): the tuples asked for,
 * and the answers to them.
 */
final class Adorned {
    final int predicate;

    /** Bit i is set if argument i is bound in calls. */
    final int mask;

    final Relation answers;

    /**
     * The free arguments of all answers to all calls that one goal leads to, where these are the
     * answers to the goal itself ({@link TailCalls}); else null.
     */
    @Nullable Relation results;

    /** The bound arguments of all calls: the magic set. */
    final Relation demand;

    final Level level;

    /** All columns, and those of the bound arguments. */
    final int[] columns;

    final int[] boundColumns;

    Adorned(int predicate, int mask, Program.Predicate p, Level level) {
        this.predicate = predicate;
        this.mask = mask;
        this.level = level;
        this.answers =
                p.best < 0
                        ? Relation.derived(p.name, p.arity)
                        : Relation.lattice(p.name, p.arity, p.best);
        this.demand = Relation.derived("demand of ".concat(p.name), Integer.bitCount(mask));
        this.columns = new int[p.arity];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i;
        }
        this.boundColumns = bound(columns);
    }

    /** The arguments at the bound places. */
    int[] bound(int[] arguments) {
        return pick(arguments, 1);
    }

    /** The arguments at the other places. */
    int[] free(int[] arguments) {
        return pick(arguments, 0);
    }

    private int[] pick(int[] arguments, int bit) {
        int bound = Integer.bitCount(mask);
        int[] found = new int[bit == 1 ? bound : arguments.length - bound];
        int n = 0;
        for (int i = 0; i < arguments.length; i++) {
            if ((mask >> i & 1) == bit) {
                found[n++] = arguments[i];
            }
        }
        return found;
    }
}
