package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorting lists by the standard order (Cor.2: {@code sort/2}, {@code keysort/2}). All sorts are
 * stable.
 */
final class Sorting {
    private static final Comparator<Term> STANDARD = new ByTerm();

    private Sorting() {}

    private static final class ByTerm implements Comparator<Term> {
        @Override
        public int compare(Term x, Term y) {
            return Order.compare(x, y);
        }
    }

    /** By the argument at an index. */
    private static final class ByArgument implements Comparator<Term> {
        private final int index;

        ByArgument(int index) {
            this.index = index;
        }

        @Override
        public int compare(Term x, Term y) {
            return Order.compare(((Compound) x).arg(index), ((Compound) y).arg(index));
        }
    }

    private static final class Reversed implements Comparator<Term> {
        private final Comparator<Term> order;

        Reversed(Comparator<Term> order) {
            this.order = order;
        }

        @Override
        public int compare(Term x, Term y) {
            return order.compare(y, x);
        }
    }

    private static Term[] items(Term list) {
        List<Term> items = Arguments.items(list);
        Term[] array = new Term[items.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = items.get(i).deref();
        }
        return array;
    }

    /** The list of the sorted items, each group of equals by its first if {@code unique}. */
    private static Term list(Term[] sorted, Comparator<Term> order, boolean unique) {
        Term list = Atom.NIL;
        for (int i = sorted.length - 1; i >= 0; i--) {
            if (!unique || i == 0 || order.compare(sorted[i - 1], sorted[i]) != 0) {
                list = new Cons(sorted[i], list);
            }
        }
        return list;
    }

    /**
     * Sorts by the standard order. Small integers, a frequent case, are sorted as Java values:
     * equal ones are the same.
     */
    private static void sortStandard(Term[] items) {
        for (Term item : items) {
            if (!(item instanceof Int)) {
                Arrays.sort(items, STANDARD);
                return;
            }
        }
        long[] values = new long[items.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Int) items[i]).value();
        }
        Arrays.sort(values);
        for (int i = 0; i < values.length; i++) {
            items[i] = Int.of(values[i]);
        }
    }

    static boolean msort(Machine m, Term[] a) {
        Term[] items = items(a[0]);
        sortStandard(items);
        return m.unify(a[1], list(items, STANDARD, false));
    }

    static boolean sort(Machine m, Term[] a) {
        Term[] items = items(a[0]);
        Arguments.listOrPartial(a[1]);
        sortStandard(items);
        return m.unify(a[1], list(items, STANDARD, true));
    }

    /** {@code sort(Key, Order, List, Sorted)}. */
    static boolean sortBy(Machine m, Term[] a) {
        long key = Arguments.count(Arguments.bound(a[0]));
        Atom order = Arguments.atom(a[1]);
        String name = order.name();
        if (!name.equals("@<")
                && !name.equals("@=<")
                && !name.equals("@>")
                && !name.equals("@>=")) {
            throw Errors.domain("order", order);
        }
        Term[] items = items(a[2]);
        if (key > 0) {
            for (Term item : items) {
                checkArgument(item, key, a[0].deref());
            }
        }
        Comparator<Term> up =
                key == 0 ? STANDARD : new ByArgument((int) Math.min(key - 1, Integer.MAX_VALUE));
        Comparator<Term> by = name.charAt(1) == '>' ? new Reversed(up) : up;
        Arrays.sort(items, by);
        return m.unify(a[3], list(items, by, name.length() == 2));
    }

    private static void checkArgument(Term item, long key, Term keyTerm) {
        if (!(Arguments.bound(item) instanceof Compound c)) {
            throw Errors.type("compound", item);
        }
        if (key > c.arity()) {
            throw Errors.of(Struct.of("existence_error", Atom.of("argument"), keyTerm, item));
        }
    }

    static boolean keysort(Machine m, Term[] a) {
        Term[] items = items(a[0]);
        for (Term item : items) {
            if (!isPair(Arguments.bound(item))) {
                throw notPair(item);
            }
        }
        Arguments.listOrPartial(a[1]);
        for (Term t = a[1].deref(); t instanceof Cons c; t = c.tail.deref()) {
            Term item = c.head.deref();
            if (!(item instanceof Var) && !isPair(item)) {
                throw notPair(item);
            }
        }
        Comparator<Term> byKey = new ByArgument(0);
        Arrays.sort(items, byKey);
        return m.unify(a[1], list(items, byKey, false));
    }

    private static boolean isPair(Term t) {
        return t instanceof Compound c && c.functor() == Functor.PAIR;
    }

    private static PrologError notPair(Term item) {
        return Errors.type("pair", item);
    }
}
