package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/** Attributed variables, as in SWI-Prolog: {@code att(Module, Value, More)} chains on variables. */
final class AttributeBuiltins {
    private static final Functor ATT = Functor.of("att", 3);

    private AttributeBuiltins() {}

    static void register(Registry r) {
        r.det("attvar", 1, (m, a) -> a[0].deref() instanceof Var v && v.attributes != null);
        r.det("put_attr", 3, AttributeBuiltins::put);
        r.det("get_attr", 3, AttributeBuiltins::get);
        r.det("del_attr", 2, AttributeBuiltins::delete);
        r.det("get_attrs", 2, AttributeBuiltins::getAll);
        r.det("put_attrs", 2, AttributeBuiltins::putAll);
        r.det("del_attrs", 1, AttributeBuiltins::deleteAll);
        r.det("term_attvars", 2, (m, a) -> m.unify(a[1], Lists.of(Variables.attributed(a[0]))));
    }

    private static Atom name(Term t) {
        Term name = t.deref();
        if (name instanceof Var) {
            throw Errors.instantiation();
        } else if (!(name instanceof Atom a)) {
            throw Errors.type("atom", name);
        } else {
            return a;
        }
    }

    private static Var variable(Term t) {
        if (t.deref() instanceof Var v) {
            return v;
        }
        throw Errors.uninstantiation(t.deref());
    }

    private static @Nullable Struct find(Var v, Atom module) {
        Term t = v.attributes;
        while (t != null && t.deref() instanceof Struct s && s.functor() == ATT) {
            if (s.args[0].deref() == module) {
                return s;
            }
            t = s.args[2];
        }
        return null;
    }

    private static boolean put(Machine m, Term[] a) {
        Atom module = name(a[1]);
        Var v = variable(a[0]);
        Struct known = find(v, module);
        if (known != null) {
            m.setArgUntilBacktracking(known, 1, a[2].deref());
            return true;
        }
        Term fresh = Struct.of(ATT, module, a[2].deref(), Atom.NIL);
        Term t = v.attributes;
        if (t == null) {
            m.setAttributes(v, fresh);
            return true;
        }
        Struct last = (Struct) t.deref();
        while (last.args[2].deref() instanceof Struct next) {
            last = next;
        }
        m.setArgUntilBacktracking(last, 2, fresh);
        return true;
    }

    private static boolean get(Machine m, Term[] a) {
        Atom module = name(a[1]);
        Struct s = a[0].deref() instanceof Var v ? find(v, module) : null;
        return s != null && m.unify(a[2], s.args[1]);
    }

    private static boolean delete(Machine m, Term[] a) {
        Atom module = name(a[1]);
        if (a[0].deref() instanceof Var v
                && find(v, module) != null
                && v.attributes instanceof Struct all) {
            Term rest = without(all, module);
            m.setAttributes(v, rest == Atom.NIL ? null : rest);
        }
        return true;
    }

    private static Term without(Struct attributes, Atom module) {
        Term rest = attributes.args[2].deref();
        if (attributes.args[0].deref() == module) {
            return rest;
        }
        return Struct.of(
                ATT,
                attributes.args[0],
                attributes.args[1],
                rest instanceof Struct s ? without(s, module) : rest);
    }

    private static boolean getAll(Machine m, Term[] a) {
        return a[0].deref() instanceof Var v && v.attributes != null && m.unify(a[1], v.attributes);
    }

    private static boolean putAll(Machine m, Term[] a) {
        Term attributes = a[1].deref();
        m.setAttributes(variable(a[0]), attributes == Atom.NIL ? null : attributes);
        return true;
    }

    private static boolean deleteAll(Machine m, Term[] a) {
        if (a[0].deref() instanceof Var v && v.attributes != null) {
            m.setAttributes(v, null);
        }
        return true;
    }
}
