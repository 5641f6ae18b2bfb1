package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Flags;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.CharTable;
import dev.clew.rules.syntax.Op;
import dev.clew.rules.syntax.OpRules;
import dev.clew.rules.syntax.OpType;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.terms.Atom;
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
import java.util.List;
import java.util.Map;

/** Operators and character conversions (ISO 8.14.3 to 8.14.6). */
public final class OperatorBuiltins {
    private OperatorBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("op", 3, new One(0));
        r.nondet("current_op", 3, new Many(0));
        r.det("char_conversion", 2, new One(1));
        r.nondet("current_char_conversion", 2, new Many(1));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return op(m, a);
                default:
                    return charConversion(m, a);
            }
        }
    }

    private record Many(int code) implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return currentOp(m, a);
                default:
                    return currentCharConversion(m, a);
            }
        }
    }

    /** Defines operators; a name may be qualified with the module whose operator it becomes. */
    private static boolean op(Machine m, Term[] a) {
        Term names = a[2].deref();
        if (isQualified(names)) {
            Compound qualified = (Compound) names;
            OpRules.define(operators(m, qualified.arg(0)), a[0], a[1], qualified.arg(1));
            return true;
        }
        List<Term> items = names instanceof Cons ? Lists.itemsOrNull(names) : null;
        if (items == null || !anyQualified(items)) {
            OpRules.define(m.operators(), a[0], a[1], names);
            return true;
        }
        for (Term item : items) {
            op(m, new Term[] {a[0], a[1], item});
        }
        return true;
    }

    private static boolean isQualified(Term t) {
        return t instanceof Compound c && c.functor() == Functor.COLON;
    }

    private static boolean anyQualified(List<Term> items) {
        for (Term item : items) {
            if (isQualified(item.deref())) {
                return true;
            }
        }
        return false;
    }

    private static Operators operators(Machine m, Term module) {
        return m.db().module(Arguments.atom(module)).operators();
    }

    private static @Nullable Redo currentOp(Machine m, Term[] a) {
        Term priority = a[0].deref();
        Term type = a[1].deref();
        Term name = a[2].deref();
        Operators operators = m.operators();
        if (isQualified(name)) {
            Compound c = (Compound) name;
            if (c.arg(0).deref() instanceof Atom) {
                operators = operators(m, c.arg(0));
            }
            name = c.arg(1).deref();
        }
        check(priority, type, name);
        List<Term> all = new ArrayList<>();
        Term pattern = Struct.of("op", priority, type, name);
        for (Op op : name instanceof Atom n ? operators.named(n) : operators.all()) {
            Term found = Struct.of("op", Int.of(op.priority()), op.type().atom(), op.name());
            if (m.unifiable(pattern, found)) {
                all.add(found);
            }
        }
        return all.isEmpty() ? null : Redo.unifying(pattern, all.iterator());
    }

    private static void check(Term priority, Term type, Term name) {
        boolean isPriority = priority instanceof Int i && i.value() >= 0 && i.value() <= 1200;
        if (!isPriority && !(priority instanceof Var)) {
            throw Errors.domain("operator_priority", priority);
        }
        boolean isType = type instanceof Atom t && OpType.of(t) != null;
        if (!isType && !(type instanceof Var)) {
            throw Errors.domain("operator_specifier", type);
        }
        if (!(name instanceof Atom || name instanceof Var)) {
            throw Errors.type("atom", name);
        }
    }

    // ---- character conversion

    private static boolean charConversion(Machine m, Term[] a) {
        Term from = Arguments.bound(a[0]);
        Term to = Arguments.bound(a[1]);
        CharTable table = m.db().streams().charTable();
        table.map(character(from), character(to));
        if (m.db().charConversion() == null) {
            Flags flags = m.db().flags();
            m.db().setCharConversion(c -> flags.is("char_conversion", "on") ? table.convert(c) : c);
        }
        return true;
    }

    private static int character(Term t) {
        int c = Text.charOf(t);
        if (c < 0) {
            throw Errors.type("character", t.deref());
        }
        return c;
    }

    private static @Nullable Redo currentCharConversion(Machine m, Term[] a) {
        Term from = a[0].deref();
        Term to = a[1].deref();
        if (!(to instanceof Var)) {
            character(to);
        }
        CharTable table = m.db().streams().charTable();
        List<Term> all = new ArrayList<>();
        if (!(from instanceof Var)) {
            int c = character(from);
            all.add(pair(c, table.convert(c)));
        } else {
            for (Map.Entry<Integer, Integer> e : table.changes().entrySet()) {
                all.add(pair(e.getKey(), e.getValue()));
            }
            int c = to instanceof Var ? -1 : character(to);
            if (c >= 0 && table.convert(c) == c) {
                all.add(pair(c, c));
            }
        }
        return Redo.unifying(Struct.of(Functor.PAIR, from, to), all.iterator());
    }

    private static Term pair(int from, int to) {
        return Struct.of(Functor.PAIR, Atom.ofCodePoint(from), Atom.ofCodePoint(to));
    }
}
