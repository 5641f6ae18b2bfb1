package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/** A list of numbers that grows. */
public final class IntList {
    private int[] items;
    private int size;

    /** An empty list. */
    public IntList() {
        this(8);
    }

    /** An empty list with room. */
    public IntList(int capacity) {
        items = new int[capacity];
    }

    /** Appends a number. */
    public void add(int value) {
        if (size == items.length) {
            grow(size + 1);
        }
        items[size++] = value;
    }

    /** Appends the first numbers of an array. */
    public void addAll(int[] values, int count) {
        if (size + count > items.length) {
            grow(size + count);
        }
        System.arraycopy(values, 0, items, size, count);
        size += count;
    }

    private void grow(int least) {
        long wanted = Math.max(least, items.length * 2L);
        if (wanted > 1 << 20) {
            wanted = Math.max(least, items.length + (long) items.length / 2);
            Watch.reserve(wanted * 4);
        }
        items = Arrays.copyOf(items, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }

    /** The number at a place. */
    public int get(int i) {
        return items[i];
    }

    /** Changes the number at a place. */
    public void set(int i, int value) {
        items[i] = value;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Forgets all behind this many. */
    public void truncate(int newSize) {
        size = newSize;
    }

    /** Removes the last number. */
    public int removeLast() {
        return items[--size];
    }

    /** Whether a number is among them. */
    public boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (items[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** A copy. */
    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /** A sorted copy in which nothing stands twice. */
    public int[] toSet() {
        int[] sorted = toArray();
        Arrays.sort(sorted);
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[n++] = sorted[i];
            }
        }
        return n == sorted.length ? sorted : Arrays.copyOf(sorted, n);
    }
}
