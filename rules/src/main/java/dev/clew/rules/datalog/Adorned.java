package dev.clew.rules.datalog;

/**
 * A predicate as it is called with certain arguments bound (an adornment): the tuples asked for,
 * and the answers to them.
 */
final class Adorned {
    final int predicate;

    /** Bit i is set if argument i is bound in calls. */
    final int mask;

    final Relation answers;

    /** The bound arguments of all calls: the magic set. */
    final Relation demand;

    final Level level;

    Adorned(int predicate, int mask, Program.Predicate p, Level level) {
        this.predicate = predicate;
        this.mask = mask;
        this.level = level;
        this.answers =
                p.best < 0
                        ? Relation.derived(p.name, p.arity)
                        : Relation.lattice(p.name, p.arity, p.best);
        this.demand = Relation.derived("demand of ".concat(p.name), Integer.bitCount(mask));
    }

    /** The arguments at the bound places. */
    int[] bound(int[] arguments) {
        int[] found = new int[Integer.bitCount(mask)];
        int n = 0;
        for (int i = 0; i < arguments.length; i++) {
            if ((mask >> i & 1) != 0) {
                found[n++] = arguments[i];
            }
        }
        return found;
    }
}
