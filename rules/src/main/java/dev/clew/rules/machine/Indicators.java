package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Predicate indicators, {@code Name/Arity}, as arguments of built-ins. */
public final class Indicators {
    private static final Functor AS = Functor.of("as", 2);
    private static final Functor DOUBLE_SLASH = Functor.of("//", 2);

    private Indicators() {}

    /** Something with the module it is meant for. */
    public record Qualified(Module module, Term term) {
        /**
         * Takes {@code Module:Term} apart; without a qualification, the module is {@code where}.
         */
        public static Qualified of(Term t, Module where) {
            Module module = where;
            t = t.deref();
            while (t instanceof Struct s && s.functor() == Functor.COLON) {
                Term name = s.args[0].deref();
                if (name instanceof Var) {
                    throw Errors.instantiation();
                } else if (!(name instanceof Atom a)) {
                    throw Errors.type("module", name);
                } else {
                    module = where.database().module(a);
                }
                t = s.args[1].deref();
            }
            return new Qualified(module, t);
        }
    }

    /**
     * The functor that an indicator names; {@code Name//Arity} counts the two arguments that a
     * grammar rule adds.
     *
     * @throws dev.clew.rules.terms.PrologError instantiation and type errors of ISO 8.9.4
     */
    public static Functor functor(Term indicator) {
        Term t = indicator.deref();
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Struct s)
                || s.functor() != Functor.SLASH && s.functor() != DOUBLE_SLASH) {
            throw Errors.type("predicate_indicator", t);
        } else {
            Term name = s.args[0].deref();
            Term arity = s.args[1].deref();
            if (name instanceof Var || arity instanceof Var) {
                throw Errors.instantiation();
            } else if (!(arity instanceof Int) && !(arity instanceof BigInt)) {
                throw Errors.type("integer", arity);
            } else if (!(name instanceof Atom)) {
                throw Errors.type("atom", name);
            } else if (!(arity instanceof Int n)) {
                throw Errors.representation("max_arity");
            } else if (n.value() < 0) {
                throw Errors.domain("not_less_than_zero", arity);
            } else if (n.value() > 1 << 20) {
                throw Errors.representation("max_arity");
            } else {
                return Functor.of(
                        (Atom) name, (int) n.value() + (s.functor() == DOUBLE_SLASH ? 2 : 0));
            }
        }
    }

    /**
     * The predicates named by an indicator, a list of indicators or a conjunction of them, each
     * possibly qualified.
     */
    static List<Predicate> all(Term spec, Module where) {
        return all(spec, where, null);
    }

    private record Part(Term spec, Module module, boolean isChosen) {}

    /** As {@link #all(Term, Module)}, but only those declared {@code as} something, if not null. */
    static List<Predicate> all(Term spec, Module where, @Nullable String option) {
        List<Predicate> found = new ArrayList<>();
        ArrayDeque<Part> agenda = new ArrayDeque<>();
        agenda.push(new Part(spec, where, option == null));
        while (!agenda.isEmpty()) {
            Part part = agenda.pop();
            Qualified q = Qualified.of(part.spec, part.module);
            Term t = q.term();
            if (t instanceof Var) {
                throw Errors.instantiation();
            } else if (t instanceof Cons c) {
                agenda.push(new Part(c.tail, q.module(), part.isChosen));
                agenda.push(new Part(c.head, q.module(), part.isChosen));
            } else if (t instanceof Struct s && s.functor() == Functor.COMMA) {
                agenda.push(new Part(s.args[1], q.module(), part.isChosen));
                agenda.push(new Part(s.args[0], q.module(), part.isChosen));
            } else if (t instanceof Struct s && s.functor() == AS) {
                boolean isNamed = option != null && TableBuiltins.mentions(s.args[1], option);
                agenda.push(new Part(s.args[0], q.module(), part.isChosen || isNamed));
            } else if (t != Atom.NIL) {
                Predicate p = q.module().predicate(functor(t));
                if (part.isChosen) {
                    found.add(p);
                }
            }
        }
        return found;
    }
}
