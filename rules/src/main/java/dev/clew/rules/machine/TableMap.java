package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Tables by their calls. */
final class TableMap {
    private @Nullable Table[] slots = new Table[16];
    private int size;

    int size() {
        return size;
    }

    @Nullable Table get(ClauseProcedure p, Term[] call, int hash) {
        int mask = slots.length - 1;
        for (int i = hash & mask; ; i = i + 1 & mask) {
            Table t = slots[i];
            if (t == null) {
                return null;
            } else if (t.hash == hash && t.isFor(p, call)) {
                return t;
            }
        }
    }

    /** Adds a table; one for the same call is replaced. */
    void put(Table t) {
        int mask = slots.length - 1;
        int i = t.hash & mask;
        while (slots[i] instanceof Table other) {
            if (other.hash == t.hash && other.isFor(t.procedure, t.call)) {
                slots[i] = t;
                return;
            }
            i = i + 1 & mask;
        }
        slots[i] = t;
        if (++size * 2 > slots.length) {
            rebuild(all(), slots.length * 2);
        }
    }

    /** Removes a table, and moves up those that a search would not find behind the gap. */
    void remove(Table t) {
        int mask = slots.length - 1;
        int gap = t.hash & mask;
        while (slots[gap] != t) {
            if (slots[gap] == null) {
                return;
            }
            gap = gap + 1 & mask;
        }
        size--;
        for (int i = gap + 1 & mask; ; i = i + 1 & mask) {
            Table next = slots[i];
            if (next == null) {
                slots[gap] = null;
                return;
            } else if ((i - next.hash & mask) >= (i - gap & mask)) {
                slots[gap] = next;
                gap = i;
            }
        }
    }

    /** Removes all tables for which the condition holds. */
    void removeIf(java.util.function.Predicate<Table> condition) {
        List<Table> rest = all();
        if (rest.removeIf(condition)) {
            rebuild(rest, 16);
        }
    }

    List<Table> all() {
        List<Table> all = new ArrayList<>(size);
        for (Table t : slots) {
            if (t != null) {
                all.add(t);
            }
        }
        return all;
    }

    private void rebuild(List<Table> tables, int atLeast) {
        int length = atLeast;
        while (length < tables.size() * 2 + 2) {
            length *= 2;
        }
        slots = new Table[length];
        size = 0;
        for (Table t : tables) {
            put(t);
        }
    }
}
