package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Modules as the programs see them. */
final class ModuleBuiltins {
    private ModuleBuiltins() {}

    static void register(Registry r) {
        r.det("module", 2, ModuleBuiltins::module);
        r.det("module", 1, ModuleBuiltins::setTypeIn);
        r.det("$set_source_module", 1, ModuleBuiltins::setTypeIn);
        r.nondet("current_module", 1, ModuleBuiltins::currentModule);
        r.nondet("module_property", 2, ModuleBuiltins::moduleProperty);
        r.det("export", 1, ModuleBuiltins::export);
        r.det("import", 1, ModuleBuiltins::importPredicates);
        r.det("add_import_module", 3, (m, a) -> true);
        r.det("import_module", 2, ModuleBuiltins::importModule);
        r.det("strip_module", 3, ModuleBuiltins::stripModule);
        r.det("context_module", 1, (m, a) -> m.unify(a[0], m.module()));
        r.det("$current_source_module", 1, (m, a) -> m.unify(a[0], source(m).name()));
        r.det("$current_typein_module", 1, (m, a) -> m.unify(a[0], m.db().user().name()));
    }

    private static Module source(Machine m) {
        Loader l = Loader.current(m);
        return l == null ? m.db().user() : l.module();
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

    private static boolean module(Machine m, Term[] a) {
        Loader loader = Loader.current(m);
        if (loader == null) {
            throw Errors.permission("directive", "module", a[0].deref());
        }
        loader.startModule(name(a[0]), a[1]);
        return true;
    }

    private static boolean setTypeIn(Machine m, Term[] a) {
        Loader loader = Loader.current(m);
        if (loader != null) {
            loader.setModule(m.db().module(name(a[0])));
        }
        return true;
    }

    private static @Nullable Redo currentModule(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Atom name) {
            return m.db().knownModule(name) == null
                    ? null
                    : Redo.unifying(t, List.of(name).iterator());
        } else if (!(t instanceof Var)) {
            throw Errors.type("atom", t);
        }
        List<Term> names = new ArrayList<>();
        for (Module x : m.db().modules()) {
            names.add(x.name());
        }
        return Redo.unifying(t, names.iterator());
    }

    private static @Nullable Redo moduleProperty(Machine m, Term[] a) {
        Module x = m.db().knownModule(name(a[0]));
        if (x == null) {
            return null;
        }
        List<Term> properties = new ArrayList<>();
        String path = x.file();
        properties.add(
                Struct.of(
                        "class",
                        Atom.of(
                                x == m.db().system()
                                        ? "system"
                                        : path != null && path.startsWith("library/")
                                                ? "library"
                                                : "user")));
        if (path != null) {
            properties.add(Struct.of("file", Atom.of(path)));
        }
        List<Term> exports = new ArrayList<>();
        for (Functor f : x.exports()) {
            exports.add(f.indicator());
        }
        properties.add(Struct.of("exports", Lists.of(exports)));
        properties.add(Struct.of("exported_operators", Lists.of(x.exportedOperators())));
        return Redo.unifying(a[1], properties.iterator());
    }

    private static boolean export(Machine m, Term[] a) {
        for (Predicate p : Indicators.all(a[0], m.context())) {
            p.module().export(p.functor());
        }
        return true;
    }

    private static boolean importPredicates(Machine m, Term[] a) {
        for (Predicate p : Indicators.all(a[0], m.context())) {
            m.db().importInto(m.context(), p.module(), p.functor());
        }
        return true;
    }

    private static boolean importModule(Machine m, Term[] a) {
        Module x = m.db().module(name(a[0]));
        Module parent = x.parent();
        return parent != null && m.unify(a[1], parent.name());
    }

    private static boolean stripModule(Machine m, Term[] a) {
        Module where = m.context();
        Term t = a[0].deref();
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom x) {
            where = m.db().module(x);
            t = s.args[1].deref();
        }
        return m.unify(a[1], where.name()) && m.unify(a[2], t);
    }
}
