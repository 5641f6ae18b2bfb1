package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/** Comparing terms (ISO 8.4) and testing their types (8.3). */
public final class CompareBuiltins {
    private static final Atom LESS = Atom.of("<");
    private static final Atom SAME = Atom.of("=");
    private static final Atom GREATER = Atom.of(">");
    private static final Atom TEXT = Atom.of("text");

    private CompareBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("compare", 3, new Comparison(0));
        r.det("==", 2, new Comparison(1));
        r.det("\\==", 2, new Comparison(2));
        r.det("@<", 2, new Comparison(3));
        r.det("@=<", 2, new Comparison(4));
        r.det("@>", 2, new Comparison(5));
        r.det("@>=", 2, new Comparison(6));
        r.det("=@=", 2, new Comparison(7));
        r.det("\\=@=", 2, new Comparison(8));
        r.det("same_term", 2, new Comparison(9));
        r.det("var", 1, new Test(0));
        r.det("nonvar", 1, new Test(1));
        r.det("atom", 1, new Test(2));
        r.det("number", 1, new Test(3));
        r.det("integer", 1, new Test(4));
        r.det("float", 1, new Test(5));
        r.det("atomic", 1, new Test(6));
        r.det("compound", 1, new Test(7));
        r.det("callable", 1, new Test(8));
        r.det("rational", 1, new Test(4));
        r.det("rational", 3, new Comparison(10));
        r.det("blob", 2, new Comparison(11));
    }

    private record Comparison(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return compare(m, a);
                case 1:
                    return Order.identical(a[0], a[1]);
                case 2:
                    return !Order.identical(a[0], a[1]);
                case 3:
                    return Order.compare(a[0], a[1]) < 0;
                case 4:
                    return Order.compare(a[0], a[1]) <= 0;
                case 5:
                    return Order.compare(a[0], a[1]) > 0;
                case 6:
                    return Order.compare(a[0], a[1]) >= 0;
                case 7:
                    return Variants.areVariants(a[0], a[1]);
                case 8:
                    return !Variants.areVariants(a[0], a[1]);
                case 9:
                    return sameTerm(a[0].deref(), a[1].deref());
                case 10:
                    return isInteger(a[0].deref())
                            && m.unify(a[1], a[0])
                            && m.unify(a[2], Int.of(1));
                default:
                    return blob(m, a);
            }
        }
    }

    private record Test(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            Term t = a[0].deref();
            switch (code) {
                case 0:
                    return t instanceof Var;
                case 1:
                    return !(t instanceof Var);
                case 2:
                    return t instanceof Atom;
                case 3:
                    return t instanceof Numeric;
                case 4:
                    return isInteger(t);
                case 5:
                    return t instanceof Flt;
                case 6:
                    return t instanceof Atomic;
                case 7:
                    return t instanceof Compound;
                default:
                    return t instanceof Atom || t instanceof Compound;
            }
        }
    }

    private static boolean compare(Machine m, Term[] a) {
        Term given = a[0].deref();
        if (!(given instanceof Var)) {
            Atom order = Arguments.atom(given);
            if (order != LESS && order != SAME && order != GREATER) {
                throw Errors.domain("order", order);
            }
        }
        int result = Order.compare(a[1], a[2]);
        return m.unify(given, result < 0 ? LESS : result > 0 ? GREATER : SAME);
    }

    private static boolean isInteger(Term t) {
        return t instanceof Int || t instanceof BigInt;
    }

    private static boolean sameTerm(Term x, Term y) {
        return x == y || (x instanceof Atomic && x.equals(y));
    }

    private static boolean blob(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Opaque o) {
            return m.unify(a[1], Atom.of(o.kind()));
        }
        return t instanceof Atom && m.unify(a[1], TEXT);
    }
}
