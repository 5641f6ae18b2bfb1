package dev.clew.cli.check;

import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Place;
import dev.clew.rules.machine.ClauseProcedure;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/** Reads one file clause by clause, and notes what it declares, defines and calls. */
final class FileScan {
    private static final Functor DIRECTIVE = Functor.of(":-", 1);
    private static final Functor QUERY = Functor.of("?-", 1);
    private static final Functor GRAMMAR_RULE = Functor.of("-->", 2);
    private static final Functor PICK_RULE = Functor.of("=>", 2);

    private static final String SINGLETON = "singleton";
    private static final String DISCONTIGUOUS = "discontiguous";

    private final Program program;
    private final SourceFile file;
    private final Machine machine;
    private final Bodies bodies;
    private final Directives directives;
    private final DefeasibleRules rules;
    private Module module;
    private final Set<Predicate> begun = new HashSet<>();
    private @Nullable Predicate last;
    private int conditions;

    FileScan(Program program, SourceFile file, Module module) {
        this.program = program;
        this.file = file;
        this.machine = program.session().machine();
        this.module = module;
        this.bodies = new Bodies(program, file);
        this.directives = new Directives(program, file, bodies, this);
        this.rules = new DefeasibleRules(program, file, bodies);
    }

    /** The module that clauses belong to now. */
    Module module() {
        return module;
    }

    void setModule(Module other) {
        module = other;
    }

    /** Within {@code :- if} branches clauses of a predicate need not be together. */
    void condition(int change) {
        conditions += change;
        last = null;
    }

    /** Reads the file; returns the module it belongs to. */
    Module run() {
        boolean singletonsOff = isOff(SINGLETON);
        boolean discontiguousOff = isOff(DISCONTIGUOUS);
        try {
            return read();
        } finally {
            program.session().db().setStyle(SINGLETON, !singletonsOff);
            program.session().db().setStyle(DISCONTIGUOUS, !discontiguousOff);
        }
    }

    /** Whether the file has switched a kind of warnings off, by {@code style_check/1}. */
    private boolean isOff(String style) {
        return program.session().db().isStyleOff(style);
    }

    private Module read() {
        StringSource source = new StringSource(file.content());
        while (true) {
            try {
                ReadResult r = reader(source).read();
                if (r.term() == Atom.END_OF_FILE) {
                    return module;
                }
                term(r);
            } catch (SyntaxError e) {
                program.report(file, e.line(), e.column(), Severity.ERROR, e.sentence());
            }
        }
    }

    private TermReader reader(StringSource source) {
        ReadFlags flags = Query.flags(machine).withLayout(true, false);
        return new TermReader(source, module.operators(), flags);
    }

    private void term(ReadResult r) {
        Term t = r.term();
        if (t instanceof Struct s && (s.functor() == DIRECTIVE || s.functor() == QUERY)) {
            directives.directive(s.args[0].deref(), Place.argument(r.positions(), 0), r);
            return;
        }
        if (!isOff(SINGLETON)) {
            singletons(r);
        }
        if (rules.mayStandIn(module) && t instanceof Struct s && rules.take(s, module, r)) {
            last = null;
        } else if (t instanceof Struct s && s.functor() == GRAMMAR_RULE) {
            grammarRule(s, r);
        } else if (t instanceof Struct s
                && (s.functor() == Functor.RULE || s.functor() == PICK_RULE)) {
            rule(s, r);
        } else {
            define(t, 0, r);
        }
    }

    private void rule(Struct rule, ReadResult r) {
        Term head = rule.args[0].deref();
        Term headPosition = Place.argument(r.positions(), 0);
        if (rule.functor() == PICK_RULE
                && head instanceof Struct guarded
                && guarded.functor() == Functor.COMMA) {
            head = guarded.args[0].deref();
            Predicate p = define(head, 0, r);
            bodies.goal(guarded.args[1], Place.argument(headPosition, 1), module, p, 0);
        }
        Predicate p = define(head, 0, r);
        bodies.goal(rule.args[1], Place.argument(r.positions(), 1), module, p, 0);
    }

    private void grammarRule(Struct rule, ReadResult r) {
        Term head = rule.args[0].deref();
        if (head instanceof Struct pushback && pushback.functor() == Functor.COMMA) {
            head = pushback.args[0].deref();
        }
        Predicate p = define(head, 2, r);
        bodies.grammar(rule.args[1], Place.argument(r.positions(), 1), module, p);
    }

    private void singletons(ReadResult r) {
        for (ReadVariable v : r.variables()) {
            if (v.isSuspiciousSingleton()) {
                String text =
                        "The variable "
                                + v.name()
                                + " occurs only once. Maybe write _"
                                + v.name()
                                + " if that is meant.";
                program.report(file, v.line(), v.column(), Severity.WARNING, text);
            } else if (v.isSuspiciousRepetition()) {
                String text =
                        "The variable "
                                + v.name()
                                + " is marked as occurring once, but occurs more often.";
                program.report(file, v.line(), v.column(), Severity.WARNING, text);
            }
        }
    }

    /** Notes that a clause has this head; returns its predicate, or null if it cannot be a head. */
    private @Nullable Predicate define(Term head, int extra, ReadResult r) {
        Module home = module;
        Term t = head;
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom name) {
            home = program.session().db().module(name);
            t = s.args[1].deref();
        }
        if (t instanceof Var || t instanceof Atomic && !(t instanceof Atom)) {
            String what = t instanceof Var ? "a variable" : text(t);
            program.report(
                    file,
                    r.line(),
                    r.column(),
                    Severity.ERROR,
                    "The head of a clause must be an atom or a compound, not " + what + ".");
            return null;
        }
        Functor plain = t instanceof Compound c ? c.functor() : Functor.of((Atom) t, 0);
        Functor f = extra == 0 ? plain : Functor.of(plain.name(), plain.arity() + extra);
        Predicate p = home.predicate(f);
        if (!enter(p, r)) {
            return null;
        }
        clauseOf(p, r);
        return p;
    }

    private boolean enter(Predicate p, ReadResult r) {
        try {
            program.session().db().clausesForChange(p, "modify");
            return true;
        } catch (PrologError e) {
            if (e.term() instanceof Struct error
                    && error.args[0].deref() instanceof Struct formal
                    && formal.arity() == 3
                    && formal.args[1].deref() == Atom.of("imported_procedure")) {
                return true;
            }
            String text =
                    "The procedure "
                            + text(p.indicator())
                            + " is built in and cannot be redefined.";
            program.report(file, r.line(), r.column(), Severity.ERROR, text);
            return false;
        }
    }

    private void clauseOf(Predicate p, ReadResult r) {
        Definition known = program.definitions().get(p);
        boolean isFirst = begun.add(p);
        ClauseProcedure c = p.clauses();
        if (known == null) {
            program.definitions()
                    .put(p, new Definition(file, r.line(), r.column(), p.module(), p.functor()));
        } else if (isFirst
                && known.file() != file
                && (c == null || !c.isMultifile() && !c.isDynamic())) {
            String text =
                    "The clauses of "
                            + text(p.indicator())
                            + " replace those of "
                            + known.file().text().name()
                            + ".";
            program.report(
                    file,
                    r.line(),
                    r.column(),
                    Severity.WARNING,
                    text + " Maybe declare it multifile in both.");
        }
        boolean isApart = !isFirst && p != last && conditions == 0 && !isOff(DISCONTIGUOUS);
        if (isApart && c != null && !c.isDiscontiguous() && !c.isDynamic()) {
            String text = "The clauses of " + text(p.indicator()) + " are not together.";
            program.report(
                    file,
                    r.line(),
                    r.column(),
                    Severity.WARNING,
                    text + " Maybe move this one, or declare it discontiguous.");
        }
        last = p;
    }

    private String text(Term t) {
        return TermWriter.toText(module.operators(), WriteOptions.writeq(), t);
    }
}
