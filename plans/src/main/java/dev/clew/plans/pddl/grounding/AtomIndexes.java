package dev.clew.plans.pddl.grounding;

import java.util.Arrays;

/** The indexes of one predicate, made when they are first needed. */
final class AtomIndexes {
    private final AtomTable atoms;
    private long[] keys = new long[0];
    private AtomIndex[] indexes = new AtomIndex[0];

    AtomIndexes(AtomTable atoms) {
        this.atoms = atoms;
    }

    void add(int atom) {
        for (AtomIndex index : indexes) {
            index.add(atom);
        }
    }

    /** The index by the arguments whose bits are set; {@code known} are the atoms so far. */
    AtomIndex by(long key, IntList known) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return indexes[i];
            }
        }
        AtomIndex index = new AtomIndex(atoms, places(key));
        for (int i = 0; i < known.size(); i++) {
            index.add(known.get(i));
        }
        keys = Arrays.copyOf(keys, keys.length + 1);
        indexes = Arrays.copyOf(indexes, keys.length);
        keys[keys.length - 1] = key;
        indexes[keys.length - 1] = index;
        return index;
    }

    private static int[] places(long bits) {
        int[] places = new int[Long.bitCount(bits)];
        int n = 0;
        for (int i = 0; n < places.length; i++) {
            if ((bits & 1L << i) != 0) {
                places[n++] = i;
            }
        }
        return places;
    }
}
