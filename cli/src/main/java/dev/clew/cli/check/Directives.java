package dev.clew.cli.check;

import dev.clew.cli.programs.Place;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.syntax.OpRules;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.List;

/** Follows directives that declare something; all others are only looked at for what they call. */
final class Directives {
    private static final List<String> ENTERED =
            List.of(
                    "dynamic",
                    "discontiguous",
                    "multifile",
                    "table",
                    "meta_predicate",
                    "op",
                    "set_prolog_flag",
                    "style_check");

    private final Program program;
    private final SourceFile file;
    private final Bodies bodies;
    private final FileScan scan;
    private final Machine machine;
    private final Database db;

    Directives(Program program, SourceFile file, Bodies bodies, FileScan scan) {
        this.program = program;
        this.file = file;
        this.bodies = bodies;
        this.scan = scan;
        this.machine = program.session().machine();
        this.db = program.session().db();
    }

    void directive(Term goal, @Nullable Term position, ReadResult r) {
        if (goal instanceof Struct s && s.functor() == Functor.COMMA) {
            directive(s.args[0].deref(), Place.argument(position, 0), r);
            directive(s.args[1].deref(), Place.argument(position, 1), r);
            return;
        }
        String name =
                goal instanceof Compound c
                        ? c.name().name()
                        : goal instanceof Atom a ? a.name() : "";
        int arity = goal instanceof Compound c ? c.arity() : 0;
        try {
            follow(goal, name, arity, position, r);
        } catch (PrologError e) {
            String text = String.join(" ", program.session().problems().lines(e.term()));
            program.report(
                    file,
                    r.line(),
                    r.column(),
                    Severity.ERROR,
                    text.endsWith(".") || text.endsWith("?") ? text : text + ".");
        }
    }

    private void follow(Term goal, String name, int arity, @Nullable Term position, ReadResult r) {
        if (name.equals("module") && arity == 2) {
            module((Compound) goal, r);
        } else if (ENTERED.contains(name) && arity > 0) {
            enter((Compound) goal, name);
        } else if (name.equals("source") && arity == 2) {
            source(((Compound) goal).arg(0).deref(), scan.module());
        } else if (isLoading(name) && arity > 0) {
            load((Compound) goal, name, position, r);
        } else if (goal instanceof Cons) {
            load(Struct.of("consult", goal), "consult", null, r);
        } else if (name.equals("initialization") && (arity == 1 || arity == 2)) {
            program.setStart();
            bodies.goal(
                    ((Compound) goal).arg(0), Place.argument(position, 0), scan.module(), null, 0);
        } else if (name.equals("if") && arity == 1) {
            scan.condition(1);
        } else if (name.equals("endif") && arity == 0) {
            scan.condition(-1);
        } else if (name.equals("elif") && arity == 1 || name.equals("else") && arity == 0) {
            scan.condition(0);
        } else {
            if (goal == Atom.of("main")) {
                program.setStart();
            }
            bodies.goal(goal, position, scan.module(), null, 0);
        }
    }

    private static boolean isLoading(String name) {
        return switch (name) {
            case "use_module",
                    "ensure_loaded",
                    "consult",
                    "include",
                    "load_files",
                    "reexport",
                    "autoload" ->
                    true;
            default -> false;
        };
    }

    /** Runs a declaration; what it declares is there then, and counts as used. */
    private void enter(Compound goal, String name) {
        machine.once(goal, scan.module());
        if (name.equals("dynamic") || name.equals("multifile") || name.equals("table")) {
            declared(goal.arg(0).deref(), scan.module(), !name.equals("table"));
        }
    }

    /** The facts of a predicate lie outside: it is there, and nothing is looked at. */
    private void source(Term head, Module module) {
        if (head instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom m) {
            source(s.args[1].deref(), db.module(m));
        } else if (head instanceof Compound c) {
            program.roots().add(c.functor());
            db.clausesForChange(module.predicate(c.functor()), "modify");
        }
    }

    private void declared(Term t, Module module, boolean isRoot) {
        if (t instanceof Cons || t == Atom.NIL) {
            for (Term item : Lists.items(t)) {
                declared(item.deref(), module, isRoot);
            }
        } else if (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom m) {
            declared(s.args[1].deref(), db.module(m), isRoot);
        } else if (t instanceof Struct s
                && (s.functor() == Functor.COMMA || s.name().name().equals("as"))) {
            declared(s.args[0].deref(), module, isRoot);
            if (s.functor() == Functor.COMMA) {
                declared(s.args[1].deref(), module, isRoot);
            }
        } else {
            Functor f = indicator(t);
            if (f != null) {
                if (isRoot) {
                    program.roots().add(f);
                }
                db.clausesForChange(module.predicate(f), "modify");
            }
        }
    }

    /** The functor that {@code name/arity} or {@code name//arity} means, or null. */
    static @Nullable Functor indicator(Term t) {
        if (t instanceof Struct s
                && s.arity() == 2
                && s.args[0].deref() instanceof Atom name
                && s.args[1].deref() instanceof Int arity) {
            boolean grammar = s.name().name().equals("//");
            return grammar || s.functor() == Functor.SLASH
                    ? Functor.of(name, (int) arity.value() + (grammar ? 2 : 0))
                    : null;
        }
        return null;
    }

    private void module(Compound goal, ReadResult r) {
        if (!(goal.arg(0).deref() instanceof Atom name)) {
            program.report(
                    file,
                    r.line(),
                    r.column(),
                    Severity.ERROR,
                    "The name of a module must be an atom.");
            return;
        }
        Module module = db.module(name);
        scan.setModule(module);
        program.setStart();
        List<Term> exports = Lists.itemsOrNull(goal.arg(1));
        for (Term item : exports == null ? List.<Term>of() : exports) {
            export(module, item.deref(), r);
        }
    }

    private void export(Module module, Term item, ReadResult r) {
        if (item instanceof Struct op && op.name().name().equals("op") && op.arity() == 3) {
            OpRules.define(module.operators(), op.args[0], op.args[1], op.args[2]);
            OpRules.define(db.user().operators(), op.args[0], op.args[1], op.args[2]);
            return;
        }
        Functor f = indicator(item);
        if (f == null) {
            String text = TermWriter.toText(module.operators(), WriteOptions.writeq(), item);
            program.report(
                    file,
                    r.line(),
                    r.column(),
                    Severity.ERROR,
                    "The export (" + text + ") must be Name/Arity.");
            return;
        }
        program.roots().add(f);
        program.export(module, f, file, r);
    }

    private void load(Compound goal, String name, @Nullable Term position, ReadResult r) {
        Term spec = goal.arg(0).deref();
        List<Term> specs = spec instanceof Cons ? Lists.items(spec) : List.of(spec);
        for (Term one : specs) {
            Term s = one.deref();
            if (s instanceof Struct library && library.name().name().equals("library")) {
                machine.once(onlyThis(goal, s), scan.module());
            } else {
                loadFile(s, name, Place.offset(Place.argument(position, 0), r.start()));
            }
        }
    }

    private static Compound onlyThis(Compound goal, Term spec) {
        Term[] args = new Term[goal.arity()];
        for (int i = 0; i < args.length; i++) {
            args[i] = i == 0 ? spec : goal.arg(i);
        }
        return Struct.of(goal.name(), args);
    }

    private void loadFile(Term spec, String how, long offset) {
        String name = spec instanceof Atom a ? a.name() : spec instanceof Str s ? s.value() : null;
        if (name == null || name.equals("user")) {
            return;
        }
        File folder = file.path().getParentFile();
        File path = new File(name).isAbsolute() ? new File(name) : new File(folder, name);
        boolean isPart = how.equals("include");
        Module from = program.mentioned(path, isPart && file.isAsked(), scan.module());
        if (from == null) {
            int row = file.text().lineOf(offset);
            program.report(
                    file,
                    row,
                    file.text().columnOf(offset),
                    Severity.ERROR,
                    "The file (" + name + ") does not exist.");
        } else if (from != scan.module()) {
            importAll(from);
        }
    }

    private void importAll(Module from) {
        for (Functor f : program.exports(from)) {
            Predicate p = scan.module().predicate(f);
            if (p.clauses() == null) {
                db.importInto(scan.module(), from, f);
            }
        }
    }
}
