package dev.clew.cli.check;

import dev.clew.cli.programs.Place;
import dev.clew.cli.programs.Session;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/**
 * The rules of library(defeasible) in one file: {@code Label :: Conditions => Conclusion unless
 * Exception} and the like, in modules that use the library.
 */
final class DefeasibleRules {
    private static final Atom LIBRARY = Atom.of("defeasible");
    private static final Functor LABELLED = Functor.of("::", 2);
    private static final Functor RULE = Functor.of("=>", 2);
    private static final Functor DEFEATER = Functor.of("~>", 2);
    private static final Functor UNLESS = Functor.of("unless", 2);
    private static final Functor OVERRIDES = Functor.of("overrides", 2);
    private static final Functor[] OWN = {
        OVERRIDES,
        Functor.of("opposes", 2),
        Functor.of("cancelled", 1),
        Functor.of("neg", 1),
        Functor.of("reads_as", 3)
    };

    private final Program program;
    private final SourceFile file;
    private final Bodies bodies;
    private final Set<Module> ruleBases = new HashSet<>();

    DefeasibleRules(Program program, SourceFile file, Bodies bodies) {
        this.program = program;
        this.file = file;
        this.bodies = bodies;
    }

    /** Whether rules may stand in a module; what the library declares is declared there then. */
    boolean mayStandIn(Module module) {
        if (ruleBases.contains(module)) {
            return true;
        }
        Session session = program.session();
        Module library = session.db().knownModule(LIBRARY);
        if (library == null
                || !session.machine().once(Struct.of("is_rule_base", module.name()), library)) {
            return false;
        }
        ruleBases.add(module);
        for (Functor f : OWN) {
            declare(module, f);
        }
        return true;
    }

    private void declare(Module module, Functor f) {
        program.changed(module, f);
        try {
            program.session().machine().once(Struct.of("dynamic", f.indicator()), module);
        } catch (PrologError e) {
            // A predicate of the system: the conclusion is reported as one.
        }
    }

    /** Looks at a rule; returns whether the term was one. */
    boolean take(Struct t, Module module, ReadResult r) {
        Term position = r.positions();
        boolean isLabelled = t.functor() == LABELLED;
        Term rule = isLabelled ? t.args[1].deref() : t;
        Term rulePosition = isLabelled ? Place.argument(position, 1) : position;
        if (rule instanceof Struct s && (s.functor() == RULE || s.functor() == DEFEATER)) {
            if (isSound(t, module, r)) {
                rule(s, rulePosition, module);
            }
            return true;
        } else if (isLabelled) {
            if (isSound(t, module, r)) {
                head(rule, module);
            }
            return true;
        } else if (t.functor() == Functor.RULE
                && t.args[0].deref() instanceof Struct s
                && s.functor() == LABELLED) {
            if (isSound(t, module, r)) {
                Predicate p = head(s.args[1].deref(), module);
                bodies.goal(t.args[1], Place.argument(position, 1), module, p, 0);
            }
            return true;
        }
        return false;
    }

    /** Lets the library judge the form of a rule. */
    private boolean isSound(Struct t, Module module, ReadResult r) {
        Session session = program.session();
        Var statement = session.machine().newVar();
        Module library = session.db().knownModule(LIBRARY);
        if (library == null) {
            return false;
        }
        Term goal =
                Struct.of(
                        Functor.COMMA,
                        Struct.of("statement", t, statement),
                        Struct.of(
                                "expanded", statement, module.name(), session.machine().newVar()));
        try {
            return session.machine().once(goal, library);
        } catch (PrologError e) {
            String text = String.join(". ", session.problems().lines(e.term()));
            program.report(file, r.line(), r.column(), Severity.ERROR, text + ".");
            return false;
        }
    }

    private void rule(Struct rule, @Nullable Term position, Module module) {
        Term conclusion = rule.args[1].deref();
        boolean hasException = conclusion instanceof Struct s && s.functor() == UNLESS;
        Predicate p =
                head(hasException ? ((Struct) conclusion).args[0].deref() : conclusion, module);
        bodies.goal(rule.args[0], Place.argument(position, 0), module, p, 0);
        if (hasException) {
            Term exception = Place.argument(Place.argument(position, 1), 1);
            bodies.goal(((Struct) conclusion).args[1], exception, module, p, 0);
        }
    }

    private Predicate head(Term head, Module module) {
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        if (head instanceof Struct s && s.functor() == Functor.of("neg", 1)) {
            Term atom = s.args[0].deref();
            declare(module, atom instanceof Compound c ? c.functor() : Functor.of((Atom) atom, 0));
        }
        declare(module, f);
        return module.predicate(f);
    }
}
