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
        r.det("add_import_module", 3, ModuleBuiltins::addImportModule);
        r.det("delete_import_module", 2, ModuleBuiltins::deleteImportModule);
        r.nondet("import_module", 2, ModuleBuiltins::importModule);
        r.det("set_module", 1, ModuleBuiltins::setModule);
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
        if (a[0].deref() instanceof Var) {
            List<Term> pairs = new ArrayList<>();
            for (Module x : m.db().modules()) {
                for (Term property : properties(m, x)) {
                    pairs.add(Struct.of(Functor.PAIR, x.name(), property));
                }
            }
            return Redo.unifying(Struct.of(Functor.PAIR, a[0], a[1]), pairs.iterator());
        }
        Module x = m.db().knownModule(name(a[0]));
        return x == null ? null : Redo.unifying(a[1], properties(m, x).iterator());
    }

    private static List<Term> properties(Machine m, Module x) {
        List<Term> properties = new ArrayList<>();
        String path = x.file();
        properties.add(Struct.of("class", kind(m, x)));
        if (path != null) {
            properties.add(Struct.of("file", Atom.of(path)));
        }
        List<Term> exports = new ArrayList<>();
        for (Functor f : x.exports()) {
            exports.add(f.indicator());
        }
        properties.add(Struct.of("exports", Lists.of(exports)));
        properties.add(Struct.of("exported_operators", Lists.of(x.exportedOperators())));
        return properties;
    }

    private static Atom kind(Machine m, Module x) {
        Atom given = x.kind;
        if (given != null) {
            return given;
        }
        String path = x.file();
        boolean library = path != null && path.startsWith("library/");
        return x == m.db().system() ? Atom.SYSTEM : library ? Atom.of("library") : Atom.USER;
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

    private static @Nullable Redo importModule(Machine m, Term[] a) {
        Module x = m.db().knownModule(name(a[0]));
        if (x == null) {
            return null;
        }
        List<Term> names = new ArrayList<>();
        for (Module parent : x.imports()) {
            names.add(parent.name());
        }
        return Redo.unifying(a[1], names.iterator());
    }

    private static boolean addImportModule(Machine m, Term[] a) {
        Module x = m.db().module(name(a[0]));
        Module added = m.db().module(name(a[1]));
        Atom where = name(a[2]);
        boolean first = where.name().equals("start");
        if (!first && !where.name().equals("end")) {
            throw Errors.domain("start_or_end", where);
        }
        checkNoCycle(x, added);
        List<Module> imports = new ArrayList<>(x.imports());
        if (!imports.contains(added)) {
            imports.add(first ? 0 : imports.size(), added);
            setImports(m, x, imports);
        }
        return true;
    }

    private static void checkNoCycle(Module x, Module added) {
        if (added.lineage().contains(x)) {
            throw Errors.permission("add_import", "module", x.name());
        }
    }

    private static boolean deleteImportModule(Machine m, Term[] a) {
        Module x = m.db().module(name(a[0]));
        List<Module> imports = new ArrayList<>(x.imports());
        if (!imports.remove(m.db().module(name(a[1])))) {
            return false;
        }
        setImports(m, x, imports);
        return true;
    }

    /** Those that inherit from the changed module have to look anew too. */
    private static void setImports(Machine m, Module x, List<Module> imports) {
        synchronized (m.db()) {
            x.setImports(imports);
            for (Module other : m.db().modules()) {
                if (other != x && other.lineage().contains(x)) {
                    other.setImports(other.imports());
                }
            }
        }
    }

    private static final List<String> CLASSES =
            List.of("user", "system", "library", "test", "development", "temporary");

    private static boolean setModule(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], source(m, m.context()));
        Term t = q.term();
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Struct s && s.arity() == 1)) {
            throw Errors.type("module_property", t);
        } else if (s.name().name().equals("base")) {
            Module base = m.db().module(name(s.args[0]));
            checkNoCycle(q.module(), base);
            setImports(m, q.module(), List.of(base));
        } else if (s.name().name().equals("class")) {
            Atom kind = name(s.args[0]);
            if (!CLASSES.contains(kind.name())) {
                throw Errors.domain("module_class", kind);
            }
            q.module().kind = kind;
        } else {
            throw Errors.domain("module_property", t);
        }
        return true;
    }

    /** The module that a directive means: the one being loaded. */
    private static Module source(Machine m, Module context) {
        Loader l = Loader.current(m);
        return l != null && (context == m.db().system() || context == m.db().user())
                ? l.module()
                : context;
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
