package dev.clew.rules.terms;

import java.util.HashSet;
import java.util.Set;

/**
 * The pairs of compounds that a walk through two terms has met. Comparison and unification use it
 * once they have gone on for suspiciously long: in cyclic terms, pairs come round again.
 */
public final class MetPairs {
    private final Set<Pair> pairs = new HashSet<>();

    /** Two objects, whatever their contents. */
    private record Pair(Compound left, Compound right) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Pair p && p.left == left && p.right == right;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(left) * 31 + System.identityHashCode(right);
        }
    }

    /** Notes a pair; returns whether it is new. */
    public boolean add(Compound left, Compound right) {
        return pairs.add(new Pair(left, right));
    }
}
