package dev.clew.cli.check;

import dev.clew.cli.programs.Place;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.List;

/** Walks through bodies and the goals within goals, and notes what they call. */
final class Bodies {
    private static final List<String> CHANGES =
            List.of("assert", "asserta", "assertz", "retract", "retractall", "abolish");

    private final Program program;
    private final SourceFile file;
    private final MetaArguments metas;
    private final ArrayDeque<Work> agenda = new ArrayDeque<>();

    /** A goal, or a grammar body, that is still to be looked at. */
    private record Work(
            Term goal,
            @Nullable Term position,
            long near,
            Module module,
            int extra,
            boolean grammar) {}

    Bodies(Program program, SourceFile file) {
        this.program = program;
        this.file = file;
        this.metas = new MetaArguments(program.session());
    }

    /** Looks at a goal that will get {@code extra} more arguments. */
    void goal(
            Term goal,
            @Nullable Term position,
            Module module,
            @Nullable Predicate caller,
            int extra) {
        walk(new Work(goal, position, Place.offset(position, 0), module, extra, false), caller);
    }

    /** Looks at the body of a grammar rule. */
    void grammar(Term body, @Nullable Term position, Module module, @Nullable Predicate caller) {
        walk(new Work(body, position, Place.offset(position, 0), module, 0, true), caller);
    }

    private void walk(Work first, @Nullable Predicate caller) {
        agenda.push(first);
        while (!agenda.isEmpty()) {
            Work w = agenda.pop();
            if (w.grammar) {
                grammarStep(w, caller);
            } else {
                step(w, caller);
            }
        }
    }

    private void push(Work from, Term goal, int argument, int extra, boolean grammar) {
        Term position = Place.argument(from.position, argument);
        long near = Place.offset(position, from.near);
        agenda.push(new Work(goal, position, near, from.module, extra, grammar));
    }

    private void step(Work w, @Nullable Predicate caller) {
        Term t = w.goal.deref();
        if (t instanceof Var || t instanceof Cons || t == Atom.NIL) {
            return;
        } else if (t instanceof Atomic && !(t instanceof Atom)) {
            if (w.extra == 0) {
                notCallable(w);
            }
            return;
        } else if (t instanceof Struct s && s.functor() == Functor.COLON) {
            qualified(w, s);
            return;
        } else if (t instanceof Struct s && s.functor() == Functor.of(">>", 2)) {
            lambda(w, s);
            return;
        }
        Functor plain = t instanceof Compound c ? c.functor() : Functor.of((Atom) t, 0);
        Functor f = w.extra == 0 ? plain : Functor.of(plain.name(), plain.arity() + w.extra);
        if (plain.name().name().equals("!") && plain.arity() == 0) {
            return;
        }
        note(w, f, caller);
        if (t instanceof Compound c) {
            changes(c, w);
            arguments(w, c, f);
        }
    }

    private void note(Work w, Functor f, @Nullable Predicate caller) {
        program.calls()
                .add(new Call(file, w.near, w.module, f, caller == null ? null : caller.functor()));
    }

    private void notCallable(Work w) {
        int row = file.text().lineOf(w.near);
        program.report(
                file,
                row,
                file.text().columnOf(w.near),
                Severity.ERROR,
                "A goal must be an atom or a compound.");
    }

    /** The arguments that are goals themselves. */
    private void arguments(Work w, Compound c, Functor f) {
        String modes = metas.of(w.module, f);
        for (int i = 0; modes != null && i < Math.min(c.arity(), modes.length()); i++) {
            char mode = modes.charAt(i);
            if (mode >= '0' && mode <= '9') {
                push(w, c.arg(i), i, mode - '0', false);
            } else if (mode == '^') {
                existential(w, c, i);
            } else if (mode == '/') {
                push(w, c.arg(i), i, 0, true);
            }
        }
    }

    /** {@code X^Goal}, as for bagof/3. */
    private void existential(Work w, Compound c, int index) {
        Term goal = c.arg(index).deref();
        Term position = Place.argument(w.position, index);
        while (goal instanceof Struct s && s.functor() == Functor.of("^", 2)) {
            goal = s.args[1].deref();
            position = Place.argument(position, 1);
        }
        agenda.push(new Work(goal, position, Place.offset(position, w.near), w.module, 0, false));
    }

    private void qualified(Work w, Struct s) {
        if (s.args[0].deref() instanceof Atom name) {
            Term position = Place.argument(w.position, 1);
            Module module = program.session().db().knownModule(name);
            if (module != null) {
                agenda.push(
                        new Work(
                                s.args[1],
                                position,
                                Place.offset(position, w.near),
                                module,
                                w.extra,
                                w.grammar));
            }
        }
    }

    /** {@code Free/[X1, ...]>>Goal}: the parameters take their share of the further arguments. */
    private void lambda(Work w, Struct s) {
        Term parameters = s.args[0].deref();
        if (parameters instanceof Struct free && free.functor() == Functor.SLASH) {
            parameters = free.args[1].deref();
        }
        List<Term> list = Lists.itemsOrNull(parameters);
        if (list != null) {
            push(w, s.args[1], 1, Math.max(0, w.extra - list.size()), false);
        }
    }

    /** What is asserted or retracted is there at some time. */
    private void changes(Compound c, Work w) {
        if (c.arity() < 1 || c.arity() > 2 || !CHANGES.contains(c.name().name())) {
            return;
        }
        Term clause = c.arg(0).deref();
        if (clause instanceof Struct rule && rule.functor() == Functor.RULE) {
            clause = rule.args[0].deref();
        }
        if (clause instanceof Struct s && s.functor() == Functor.COLON) {
            return;
        }
        Functor f =
                clause instanceof Compound x
                        ? x.functor()
                        : clause instanceof Atom a ? Functor.of(a, 0) : null;
        if (f != null && f != Functor.SLASH) {
            program.changed(w.module, f);
        }
    }

    // ---- Grammar bodies ----

    private void grammarStep(Work w, @Nullable Predicate caller) {
        Term t = w.goal.deref();
        if (t instanceof Var || t instanceof Cons || t == Atom.NIL || t instanceof Str) {
            return;
        } else if (t instanceof Atomic && !(t instanceof Atom)) {
            notCallable(w);
            return;
        } else if (t instanceof Struct s && s.functor() == Functor.COLON) {
            qualified(w, s);
            return;
        }
        Functor f = t instanceof Compound c ? c.functor() : Functor.of((Atom) t, 0);
        String name = f.name().name();
        if (t instanceof Compound c && isGrammarControl(name, f.arity())) {
            for (int i = 0; i < c.arity(); i++) {
                push(w, c.arg(i), i, 0, true);
            }
        } else if (t instanceof Compound c && f == Functor.CURLY) {
            push(w, c.arg(0), 0, 0, false);
        } else if (t instanceof Compound c && name.equals("call")) {
            push(w, c.arg(0), 0, c.arity() - 1 + 2, false);
        } else if (!name.equals("!") || f.arity() > 0) {
            Functor called = Functor.of(f.name(), f.arity() + 2);
            note(w, called, caller);
            if (t instanceof Compound c) {
                arguments(w, c, called);
            }
        }
    }

    private static boolean isGrammarControl(String name, int arity) {
        return switch (name) {
            case ",", ";", "->", "|", "*->" -> arity == 2;
            case "\\+" -> arity == 1;
            default -> false;
        };
    }
}
