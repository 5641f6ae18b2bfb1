package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/** Numbers for atoms without variables: the same atom has the same number. */
final class AtomTable {
    private final IntList offsets = new IntList(1 << 10);
    private final IntList pool = new IntList(1 << 12);
    private int[] table = new int[1 << 11];

    AtomTable() {
        Arrays.fill(table, -1);
    }

    int size() {
        return offsets.size();
    }

    int predicate(int atom) {
        return pool.get(offsets.get(atom));
    }

    int argument(int atom, int i) {
        return pool.get(offsets.get(atom) + 1 + i);
    }

    int arity(int atom) {
        int end = atom + 1 < offsets.size() ? offsets.get(atom + 1) : pool.size();
        return end - offsets.get(atom) - 1;
    }

    /** The number of an atom, or -1 if it has none yet. */
    int find(int predicate, int[] arguments, int arity) {
        return table[slot(predicate, arguments, arity)];
    }

    /** The number of an atom, a new one if need be. */
    int intern(int predicate, int[] arguments, int arity) {
        int slot = slot(predicate, arguments, arity);
        if (table[slot] >= 0) {
            return table[slot];
        }
        int atom = offsets.size();
        offsets.add(pool.size());
        pool.add(predicate);
        pool.addAll(arguments, arity);
        table[slot] = atom;
        if (offsets.size() * 2 > table.length) {
            grow();
        }
        return atom;
    }

    private int slot(int predicate, int[] arguments, int arity) {
        int hash = predicate;
        for (int i = 0; i < arity; i++) {
            hash = mix(hash, arguments[i]);
        }
        int slot = finish(hash) & (table.length - 1);
        while (table[slot] >= 0 && !is(table[slot], predicate, arguments, arity)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean is(int atom, int predicate, int[] arguments, int arity) {
        int at = offsets.get(atom);
        if (pool.get(at) != predicate) {
            return false;
        }
        for (int i = 0; i < arity; i++) {
            if (pool.get(at + 1 + i) != arguments[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        Watch.reserve(table.length * 8L);
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int atom = 0; atom < offsets.size(); atom++) {
            int hash = predicate(atom);
            int arity = arity(atom);
            for (int i = 0; i < arity; i++) {
                hash = mix(hash, argument(atom, i));
            }
            int slot = finish(hash) & (table.length - 1);
            while (table[slot] >= 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = atom;
        }
    }

    static int mix(int hash, int value) {
        return (hash ^ value) * 0x9e3779b1 + (hash >>> 15);
    }

    static int finish(int hash) {
        int h = hash * 0x85ebca6b;
        return h ^ (h >>> 15);
    }
}
