package dev.clew.plans.pddl.grounding;

import java.util.Arrays;

/** The atoms of a predicate by some of their arguments. */
final class AtomIndex {
    private final AtomTable atoms;

    /** The places of the arguments that are looked up. */
    private final int[] places;

    /** Per bucket: first entry, last entry, number of entries. */
    private final IntList buckets = new IntList();

    /** Per entry: atom, next entry or -1. */
    private final IntList entries = new IntList();

    private int[] table = new int[16];

    AtomIndex(AtomTable atoms, int[] places) {
        this.atoms = atoms;
        this.places = places;
        Arrays.fill(table, -1);
    }

    void add(int atom) {
        int hash = 0;
        for (int place : places) {
            hash = AtomTable.mix(hash, atoms.argument(atom, place));
        }
        int slot = AtomTable.finish(hash) & (table.length - 1);
        while (table[slot] >= 0 && !isSameKey(table[slot], atom)) {
            slot = (slot + 1) & (table.length - 1);
        }
        int entry = entries.size() / 2;
        entries.add(atom);
        entries.add(-1);
        int bucket = table[slot];
        if (bucket < 0) {
            table[slot] = buckets.size() / 3;
            buckets.add(entry);
            buckets.add(entry);
            buckets.add(1);
            if (buckets.size() / 3 * 2 > table.length) {
                grow();
            }
        } else {
            entries.set(buckets.get(bucket * 3 + 1) * 2 + 1, entry);
            buckets.set(bucket * 3 + 1, entry);
            buckets.set(bucket * 3 + 2, buckets.get(bucket * 3 + 2) + 1);
        }
    }

    private boolean isSameKey(int bucket, int atom) {
        int other = entries.get(buckets.get(bucket * 3) * 2);
        for (int place : places) {
            if (atoms.argument(other, place) != atoms.argument(atom, place)) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int bucket = 0; bucket < buckets.size() / 3; bucket++) {
            int atom = entries.get(buckets.get(bucket * 3) * 2);
            int hash = 0;
            for (int place : places) {
                hash = AtomTable.mix(hash, atoms.argument(atom, place));
            }
            int slot = AtomTable.finish(hash) & (table.length - 1);
            while (table[slot] >= 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = bucket;
        }
    }

    /** The bucket of the atoms whose looked-up arguments are those of this literal, or -1. */
    int bucket(Form.Literal literal, int[] binding) {
        int hash = 0;
        for (int place : places) {
            hash = AtomTable.mix(hash, value(literal.arguments()[place], binding));
        }
        int slot = AtomTable.finish(hash) & (table.length - 1);
        while (table[slot] >= 0) {
            if (matches(table[slot], literal, binding)) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    private boolean matches(int bucket, Form.Literal literal, int[] binding) {
        int atom = entries.get(buckets.get(bucket * 3) * 2);
        for (int place : places) {
            if (atoms.argument(atom, place) != value(literal.arguments()[place], binding)) {
                return false;
            }
        }
        return true;
    }

    private static int value(int term, int[] binding) {
        return term < 0 ? ~term : binding[term];
    }

    int count(int bucket) {
        return bucket < 0 ? 0 : buckets.get(bucket * 3 + 2);
    }

    /** The first entry of a bucket. */
    int first(int bucket) {
        return buckets.get(bucket * 3);
    }

    /** The entry behind this one, or -1. */
    int next(int entry) {
        return entries.get(entry * 2 + 1);
    }

    int atom(int entry) {
        return entries.get(entry * 2);
    }
}
