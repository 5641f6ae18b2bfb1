package dev.clew.plans.pddl.states;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/**
 * All states that were met, packed, each once, with a number. Beside each state stand the state and
 * the action that led to it. No objects: pieces of large arrays, and a table with open addressing.
 */
public final class StateTable {
    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private final Task task;
    private final Packing packing;
    private final Derived derived;
    private final int words;
    private int[][] states = new int[4][];
    private int[][] origins = new int[4][];
    private int[] table = new int[1 << 12];
    private int size;
    private final int[] packed;

    /** An empty table. */
    public StateTable(Task task) {
        this.task = task;
        this.packing = new Packing(task);
        this.derived = new Derived(task);
        this.words = packing.words();
        this.packed = new int[words];
        Arrays.fill(table, -1);
    }

    /** How many states there are. */
    public int size() {
        return size;
    }

    /** Enters a state; returns its number, or {@code ~number} if it was there before. */
    public int add(int[] state, int parent, int action) {
        packing.pack(state, packed, 0);
        int slot = hash(packed, 0) & (table.length - 1);
        while (table[slot] >= 0) {
            if (isPacked(table[slot])) {
                return ~table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        int id = size++;
        table[slot] = id;
        store(id, parent, action);
        if (size * 2L > table.length) {
            grow();
        }
        return id;
    }

    private boolean isPacked(int id) {
        int[] piece = states[id >>> PIECE_BITS];
        int at = (id & PIECE - 1) * words;
        for (int i = 0; i < words; i++) {
            if (piece[at + i] != packed[i]) {
                return false;
            }
        }
        return true;
    }

    private void store(int id, int parent, int action) {
        int p = id >>> PIECE_BITS;
        if ((id & PIECE - 1) == 0) {
            Watch.reserve(4L * PIECE * (words + 2));
            if (p == states.length) {
                states = Arrays.copyOf(states, p * 2);
                origins = Arrays.copyOf(origins, p * 2);
            }
            states[p] = new int[PIECE * words];
            origins[p] = new int[PIECE * 2];
        }
        int in = id & PIECE - 1;
        System.arraycopy(packed, 0, states[p], in * words, words);
        origins[p][in * 2] = parent;
        origins[p][in * 2 + 1] = action;
    }

    private int hash(int[] from, int at) {
        int h = 0;
        for (int i = 0; i < words; i++) {
            h = (h ^ from[at + i]) * 0x9e3779b1;
            h ^= h >>> 16;
        }
        h *= 0x85ebca6b;
        return h ^ h >>> 13;
    }

    private void grow() {
        Watch.reserve(table.length * 8L);
        int[] bigger = new int[table.length * 2];
        Arrays.fill(bigger, -1);
        for (int id = 0; id < size; id++) {
            int slot = hash(states[id >>> PIECE_BITS], (id & PIECE - 1) * words);
            slot &= bigger.length - 1;
            while (bigger[slot] >= 0) {
                slot = (slot + 1) & (bigger.length - 1);
            }
            bigger[slot] = id;
        }
        table = bigger;
    }

    /** Writes a state out, with its derived variables. */
    public void state(int id, int[] state) {
        packing.unpack(states[id >>> PIECE_BITS], (id & PIECE - 1) * words, state);
        derived.complete(state);
    }

    /** The state that came before, or -1. */
    public int parent(int id) {
        return origins[id >>> PIECE_BITS][(id & PIECE - 1) * 2];
    }

    /** The action that led to the state, or -1. */
    public int action(int id) {
        return origins[id >>> PIECE_BITS][(id & PIECE - 1) * 2 + 1];
    }

    /** A shorter way to the state was found. */
    public void reparent(int id, int parent, int action) {
        origins[id >>> PIECE_BITS][(id & PIECE - 1) * 2] = parent;
        origins[id >>> PIECE_BITS][(id & PIECE - 1) * 2 + 1] = action;
    }

    /** The actions that led to a state, from the first on. */
    public int[] path(int id) {
        int length = 0;
        for (int i = id; parent(i) >= 0; i = parent(i)) {
            length++;
        }
        int[] actions = new int[length];
        for (int i = id; parent(i) >= 0; i = parent(i)) {
            actions[--length] = action(i);
        }
        return actions;
    }

    /** The task whose states these are. */
    public Task task() {
        return task;
    }
}
