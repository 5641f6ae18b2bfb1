package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table of operators. A module's table has that of {@code user} as its parent, and {@code user}'s
 * has the system's: what a table does not define itself it inherits. Any number of threads may read
 * while others add.
 */
public final class Operators {
    private final @Nullable Operators parent;
    private final ConcurrentHashMap<Atom, Entry> entries = new ConcurrentHashMap<>(16);
    private volatile boolean used;

    /** The definitions of one name in one table; null where the parent decides. */
    private record Entry(@Nullable Op prefix, @Nullable Op infix, @Nullable Op postfix) {
        static final Entry NONE = new Entry(null, null, null);

        @Nullable Op at(int position) {
            return position == 0 ? prefix : position == 1 ? infix : postfix;
        }

        Entry with(Op op) {
            OpType type = op.type();
            return new Entry(
                    type.isPrefix() ? op : prefix,
                    type.isInfix() ? op : infix,
                    type.isPostfix() ? op : postfix);
        }
    }

    /** An empty table that inherits from {@code parent}, if there is one. */
    public Operators(@Nullable Operators parent) {
        this.parent = parent;
    }

    /** A table of the predefined operators, with no parent. */
    public static Operators standard() {
        Operators table = new Operators(null);
        StandardOperators.addTo(table);
        return table;
    }

    /** The table that this one inherits from. */
    public @Nullable Operators parent() {
        return parent;
    }

    /** Defines an operator in this table, in place of any of the same name and class. */
    public void add(int priority, OpType type, Atom name) {
        put(new Op(name, type, priority, false));
    }

    synchronized void put(Op op) {
        Entry old = entries.get(op.name());
        entries.put(op.name(), (old == null ? Entry.NONE : old).with(op));
        used = true;
    }

    /** Defines that {@code name} is no operator of this class, whatever the parent says. */
    public void remove(OpType type, Atom name) {
        add(0, type, name);
    }

    /** The prefix operator of this name, or null. */
    public @Nullable Op prefix(Atom name) {
        return find(name, 0);
    }

    /** The infix operator of this name, or null. */
    public @Nullable Op infix(Atom name) {
        return find(name, 1);
    }

    /** The postfix operator of this name, or null. */
    public @Nullable Op postfix(Atom name) {
        return find(name, 2);
    }

    /** Whether the name is an operator of any class. */
    public boolean isOperator(Atom name) {
        return anyOf(name) != null;
    }

    /** An operator of this name, of any class, or null. */
    @Nullable Op anyOf(Atom name) {
        Op op = find(name, 1);
        if (op == null) {
            op = find(name, 0);
        }
        return op != null ? op : find(name, 2);
    }

    private @Nullable Op find(Atom name, int position) {
        for (Operators table = this; table != null; table = table.parent) {
            if (table.used) {
                Entry entry = table.entries.get(name);
                Op op = entry == null ? null : entry.at(position);
                if (op != null) {
                    return op.priority() == 0 ? null : op;
                }
            }
        }
        return null;
    }

    /** All operators that are visible here, inherited ones included, in no particular order. */
    public List<Op> all() {
        List<Op> found = new ArrayList<>();
        Set<Atom> names = new HashSet<>();
        for (Operators table = this; table != null; table = table.parent) {
            for (Atom name : table.entries.keySet()) {
                if (names.add(name)) {
                    addNamed(name, found);
                }
            }
        }
        return found;
    }

    /** All operators of one name that are visible here: at most one of each class. */
    public List<Op> named(Atom name) {
        List<Op> found = new ArrayList<>(2);
        addNamed(name, found);
        return found;
    }

    private void addNamed(Atom name, List<Op> found) {
        for (int position = 0; position < 3; position++) {
            Op op = find(name, position);
            if (op != null) {
                found.add(op);
            }
        }
    }

    /**
     * The definitions made in this very table, inherited ones left out; priority 0 marks removals.
     */
    public List<Op> own() {
        List<Op> found = new ArrayList<>();
        for (Entry entry : entries.values()) {
            for (int position = 0; position < 3; position++) {
                Op op = entry.at(position);
                if (op != null) {
                    found.add(op);
                }
            }
        }
        return found;
    }
}
