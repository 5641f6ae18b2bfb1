package dev.clew.rules.builtins;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Building terms, taking them apart, and their variables (ISO 8.5). */
public final class TermBuiltins {
    private static final int ARITY_LIMIT = 1 << 26;
    private static final int HASHED_PARTS = 1 << 20;

    private TermBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("functor", 3, new One(0));
        r.det("=..", 2, new One(1));
        r.det("compound_name_arity", 3, new One(2));
        r.det("compound_name_arguments", 3, new One(3));
        r.det("term_variables", 2, new One(4));
        r.det("term_variables", 3, new One(5));
        r.det("ground", 1, new One(6));
        r.det("nonground", 2, new One(7));
        r.det("term_hash", 2, new One(8));
        r.det("term_hash", 4, new One(9));
        r.det("numbervars", 1, new One(10));
        r.det("numbervars", 3, new One(11));
        r.det("numbervars", 4, new One(12));
        r.det("cyclic_term", 1, new One(13));
        r.det("acyclic_term", 1, new One(14));
        r.nondet("arg", 3, new Many());
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return functor(m, a);
                case 1:
                    return univ(m, a);
                case 2:
                    return compoundNameArity(m, a);
                case 3:
                    return compoundNameArguments(m, a);
                case 4:
                    return termVariables(m, a);
                case 5:
                    return m.unify(
                            a[1], Lists.of(new ArrayList<Term>(TermWalk.variables(a[0])), a[2]));
                case 6:
                    return TermWalk.isGround(a[0]);
                case 7:
                    Var first = new TermWalk(a[0]).nextVar();
                    return first != null && m.unify(a[1], first);
                case 8:
                    return hash(m, a[0], Int.of(-1), Int.of(1 << 24), a[1]);
                case 9:
                    return hash(m, a[0], a[1], a[2], a[3]);
                case 10:
                    return Numbering.number(m, a[0], Int.of(0), new Var(), Atom.NIL);
                case 11:
                    return Numbering.number(m, a[0], a[1], a[2], Atom.NIL);
                case 12:
                    return Numbering.number(m, a[0], a[1], a[2], a[3]);
                case 13:
                    return !TermWalk.isAcyclic(a[0]);
                default:
                    return TermWalk.isAcyclic(a[0]);
            }
        }
    }

    private static final class Many implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            return arg(a);
        }
    }

    // ---- functor and arguments

    private static boolean functor(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Compound c) {
            return m.unify(a[1], c.name()) && m.unify(a[2], Int.of(c.arity()));
        }
        if (!(t instanceof Var)) {
            return m.unify(a[1], t) && m.unify(a[2], Int.of(0));
        }
        Term name = Arguments.bound(a[1]);
        if (name instanceof Compound) {
            Arguments.bound(a[2]);
            throw Errors.type("atomic", name);
        }
        long arity = Arguments.count(Arguments.bound(a[2]));
        return m.unify(t, arity == 0 ? name : fresh(m, callableName(name), arity));
    }

    private static Atom callableName(Term name) {
        if (name instanceof Atom atom) {
            return atom;
        }
        throw Errors.type("atom", name);
    }

    private static Term fresh(Machine m, Atom name, long arity) {
        if (arity > ARITY_LIMIT) {
            throw Errors.resource("memory");
        }
        Term[] args = new Term[(int) arity];
        for (int i = 0; i < args.length; i++) {
            Watch.check(i);
            args[i] = m.newVar();
        }
        return Struct.of(Functor.of(name, args.length), args);
    }

    private static @Nullable Redo arg(Term[] a) {
        Term n = a[0].deref();
        Term t = Arguments.bound(a[1]);
        if (!(n instanceof Var)) {
            Arguments.integer(n);
        }
        if (!(t instanceof Compound c)) {
            throw Errors.type("compound", t);
        }
        if (n instanceof Var) {
            return c.arity() == 0 ? null : new Args(c, a);
        }
        long i = Arguments.count(n);
        return i >= 1 && i <= c.arity() ? Arguments.single(a[2], c.arg((int) i - 1)) : null;
    }

    private static final class Args extends Redo {
        private final Compound c;
        private final Term[] a;
        private int next;

        Args(Compound c, Term[] a) {
            this.c = c;
            this.a = a;
        }

        @Override
        protected boolean attempt(Machine m) {
            int i = next++;
            return m.unify(a[2], c.arg(i)) && m.unify(a[0], Int.of(i + 1));
        }

        @Override
        protected boolean hasMore() {
            return next < c.arity();
        }
    }

    private static boolean univ(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (!(t instanceof Var)) {
            Arguments.listOrPartial(a[1]);
            return m.unify(
                    a[1], t instanceof Compound c ? new Cons(c.name(), arguments(c)) : Lists.of(t));
        }
        Term list = Arguments.bound(a[1]);
        if (!(list instanceof Cons cell)) {
            throw list == Atom.NIL
                    ? Errors.domain("non_empty_list", list)
                    : Errors.type("list", list);
        }
        Term name = Arguments.bound(cell.head);
        List<Term> args = Lists.itemsOrNull(cell.tail);
        if (args == null) {
            throw Lists.end(list) instanceof Var
                    ? Errors.instantiation()
                    : Errors.type("list", list);
        }
        if (args.isEmpty()) {
            if (name instanceof Compound) {
                throw Errors.type("atomic", name);
            }
            return m.unify(t, name);
        }
        return m.unify(t, Struct.of(callableName(name), args.toArray(new Term[0])));
    }

    private static Term arguments(Compound c) {
        Term list = Atom.NIL;
        for (int i = c.arity() - 1; i >= 0; i--) {
            list = new Cons(c.arg(i), list);
        }
        return list;
    }

    private static boolean compoundNameArity(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Compound c) {
            return m.unify(a[1], c.name()) && m.unify(a[2], Int.of(c.arity()));
        }
        if (!(t instanceof Var)) {
            throw Errors.type("compound", t);
        }
        Atom name = callableName(Arguments.bound(a[1]));
        return m.unify(t, fresh(m, name, Arguments.count(Arguments.bound(a[2]))));
    }

    private static boolean compoundNameArguments(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Compound c) {
            return m.unify(a[1], c.name()) && m.unify(a[2], arguments(c));
        }
        if (!(t instanceof Var)) {
            throw Errors.type("compound", t);
        }
        Term name = Arguments.bound(a[1]);
        Term[] args = Arguments.items(a[2]).toArray(new Term[0]);
        return m.unify(t, Struct.of(callableName(name), args));
    }

    private static boolean termVariables(Machine m, Term[] a) {
        Arguments.listOrPartial(a[1]);
        return m.unify(a[1], Lists.of(new ArrayList<Term>(TermWalk.variables(a[0]))));
    }

    // ---- hashing

    /** Leaves {@code hash} alone if there is a variable within {@code depth}. */
    private static boolean hash(Machine m, Term term, Term depth, Term range, Term hash) {
        Term d = Arguments.integer(depth);
        long limit = d instanceof Int i ? i.value() : Long.MAX_VALUE;
        long size = Arguments.count(Arguments.bound(range));
        if (size < 1) {
            throw Errors.domain("not_less_than_one", range.deref());
        }
        long value = limit < 0 ? unboundedHash(term) : boundedHash(term, limit);
        return value < 0 || m.unify(hash, Int.of(value % size));
    }

    private static long unboundedHash(Term term) {
        return TermWalk.isGround(term) ? boundedHash(term, Integer.MAX_VALUE) : -1;
    }

    /**
     * A hash of the term down to {@code depth}, or -1 if there is a variable. What follows the
     * first {@link #HASHED_PARTS} parts does not count, so that cyclic terms and terms with much
     * sharing have a hash, too.
     */
    private static long boundedHash(Term term, long depth) {
        Term[] todo = new Term[16];
        int[] left = new int[16];
        int top = 0;
        int h = 17;
        todo[top] = term;
        left[top++] = (int) Math.min(depth, Integer.MAX_VALUE);
        for (int parts = 0; top > 0 && parts < HASHED_PARTS; parts++) {
            Term t = todo[--top].deref();
            int d = left[top];
            if (d == 0) {
                continue;
            }
            if (t instanceof Var) {
                return -1;
            }
            if (t instanceof Compound c) {
                h = h * 31 + c.functor().key();
                int n = c.arity();
                if (top + n > todo.length) {
                    int size = Math.max(todo.length * 2, top + n);
                    todo = Arrays.copyOf(todo, size);
                    left = Arrays.copyOf(left, size);
                }
                for (int i = n - 1; i >= 0; i--) {
                    todo[top] = c.arg(i);
                    left[top++] = d - 1;
                }
            } else if (t instanceof Atomic x) {
                h = h * 31 + x.key();
            }
        }
        return (h ^ (h >>> 15)) & 0x7fffffffL;
    }
}
