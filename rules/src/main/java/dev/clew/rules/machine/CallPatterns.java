package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * With which arguments a predicate was called: for each call the keys of its arguments ({@link
 * Clause#key}), 0 for a variable. A clause that no call can have met is told by its keys. Terms
 * with equal keys count as equal, so a clause may be taken for one that was met, never the other
 * way round.
 */
final class CallPatterns {
    private static final int MAX_CALLS = 100_000;
    private static final int MAX_ARGUMENTS = 30;

    private record Keys(int[] keys) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Keys k && Arrays.equals(k.keys, keys);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(keys);
        }
    }

    /** The calls with the same arguments bound. */
    private record Group(int bound, Set<Keys> calls) {}

    private final List<Group> groups = new ArrayList<>(2);
    private int size;

    /** Whether every clause may have been met. */
    private boolean meetsAll;

    int size() {
        return size;
    }

    /** Notes a call with the first arguments in {@code a}. */
    void add(Term[] a, int arity) {
        if (meetsAll) {
            return;
        }
        int bound = 0;
        int n = Math.min(arity, MAX_ARGUMENTS);
        int[] keys = new int[n];
        for (int i = 0; i < n; i++) {
            keys[i] = Clause.key(a[i]);
            bound |= keys[i] == 0 ? 0 : 1 << i;
        }
        add(bound, new Keys(keys));
    }

    private void add(int bound, Keys call) {
        if (bound == 0 || size > MAX_CALLS) {
            addAll();
        } else if (group(bound).calls.add(call)) {
            size++;
        }
    }

    /** Notes that every clause may have been met. */
    void addAll() {
        meetsAll = true;
        groups.clear();
        size = 0;
    }

    /** Adds the calls of another. */
    void add(CallPatterns other) {
        if (other.meetsAll) {
            addAll();
        }
        for (Group g : other.groups) {
            for (Keys k : g.calls) {
                if (!meetsAll) {
                    add(g.bound, k);
                }
            }
        }
    }

    private Group group(int bound) {
        for (Group g : groups) {
            if (g.bound == bound) {
                return g;
            }
        }
        Group fresh = new Group(bound, new HashSet<>());
        groups.add(fresh);
        return fresh;
    }

    /** Whether one of the calls may have met a clause whose arguments have these keys. */
    boolean mayMeet(int[] clause) {
        if (meetsAll) {
            return true;
        }
        for (Group g : groups) {
            int[] masked = new int[Math.min(clause.length, MAX_ARGUMENTS)];
            boolean isGeneral = false;
            for (int i = 0; i < masked.length; i++) {
                if ((g.bound & 1 << i) != 0) {
                    masked[i] = clause[i];
                    isGeneral |= clause[i] == 0;
                }
            }
            if (isGeneral ? meetsGeneral(g, masked) : g.calls.contains(new Keys(masked))) {
                return true;
            }
        }
        return false;
    }

    /** As above for a clause that has variables among the arguments that are bound in a group. */
    private static boolean meetsGeneral(Group g, int[] clause) {
        for (Keys call : g.calls) {
            boolean isMet = true;
            for (int i = 0; i < clause.length; i++) {
                isMet &= clause[i] == 0 || clause[i] == call.keys[i];
            }
            if (isMet) {
                return true;
            }
        }
        return false;
    }
}
