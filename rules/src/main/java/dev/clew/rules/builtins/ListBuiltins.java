package dev.clew.rules.builtins;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/** The predicates on lists that are worth their own Java code; the others are in library(lists). */
final class ListBuiltins {
    /** Longer lists are not made for want of memory. */
    private static final long LENGTH_LIMIT = 1L << 28;

    private ListBuiltins() {}

    static void register(Registry r) {
        r.det("is_list", 1, new One(0));
        r.det("memberchk", 2, new One(1));
        r.det("msort", 2, new One(2));
        r.det("sort", 2, new One(3));
        r.det("sort", 4, new One(4));
        r.det("keysort", 2, new One(5));
        r.nondet("length", 2, new Many());
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return isList(a[0]);
                case 1:
                    return memberchk(m, a[0].deref(), a[1].deref());
                case 2:
                    return Sorting.msort(m, a);
                case 3:
                    return Sorting.sort(m, a);
                case 4:
                    return Sorting.sortBy(m, a);
                default:
                    return Sorting.keysort(m, a);
            }
        }
    }

    private static final class Many implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            return length(m, a);
        }
    }

    private static boolean isList(Term list) {
        return Lists.end(list) == Atom.NIL;
    }

    // ---- memberchk

    private static boolean memberchk(Machine m, Term x, Term list) {
        Term t = list;
        Term slow = t;
        for (boolean odd = false; t instanceof Cons c; odd = !odd) {
            if (matches(m, x, c.head.deref())) {
                return true;
            }
            t = c.tail.deref();
            if (odd) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    return false;
                }
            }
        }
        return t instanceof Var && m.unify(t, new Cons(x, m.newVar()));
    }

    private static boolean matches(Machine m, Term x, Term item) {
        if (x instanceof Atomic && item instanceof Atomic) {
            return x.equals(item);
        }
        if (hasAttributes(x) || hasAttributes(item)) {
            // What the attributes demand decides whether this is the member: run it now.
            return m.once(Struct.of("=", x, item));
        }
        return m.unifyOrUndo(x, item);
    }

    private static boolean hasAttributes(Term t) {
        return t instanceof Var v && v.attributes != null;
    }

    // ---- length

    private static @Nullable Redo length(Machine m, Term[] a) {
        Term n = a[1].deref();
        long wanted = Arguments.count(n);
        long size = 0;
        Term t = a[0].deref();
        Term slow = t;
        while (t instanceof Cons c) {
            size++;
            t = c.tail.deref();
            if ((size & 1) == 0) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    throw Errors.type("list", a[0].deref());
                }
            }
        }
        if (t == Atom.NIL) {
            return wanted == Arguments.UNBOUND || wanted == size
                    ? Arguments.single(n, Int.of(size))
                    : null;
        }
        if (!(t instanceof Var tail)) {
            throw Errors.type("list", a[0].deref());
        }
        if (wanted == Arguments.UNBOUND) {
            return tail == n ? null : new Longer(tail, n, size);
        }
        return wanted < size ? null : Arguments.single(tail, fresh(m, wanted - size));
    }

    private static Term fresh(Machine m, long size) {
        if (size > LENGTH_LIMIT) {
            throw Errors.resource("memory");
        }
        Term list = Atom.NIL;
        for (long i = 0; i < size; i++) {
            Watch.check((int) i);
            list = new Cons(m.newVar(), list);
        }
        return list;
    }

    /** Ever longer lists. */
    private static final class Longer extends Redo {
        private final Var tail;
        private final Term n;
        private final long size;
        private long more;

        Longer(Var tail, Term n, long size) {
            this.tail = tail;
            this.n = n;
            this.size = size;
        }

        @Override
        protected boolean attempt(Machine m) {
            Term rest = fresh(m, more);
            long total = size + more++;
            return m.unify(tail, rest) && m.unify(n, Int.of(total));
        }

        @Override
        protected boolean hasMore() {
            return true;
        }
    }
}
