package dev.clew.rules.machine;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Trees;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The control structure of a body (ISO 7.6.2): what is a conjunction, a condition, a cut, and what
 * is a call. {@code module} is where a call looks for its predicate.
 */
sealed interface Goal {
    /** Goals in order. */
    record Conjunction(List<Goal> goals) implements Goal {}

    /** {@code ;/2}. */
    record Disjunction(Goal left, Goal right) implements Goal {}

    /** {@code ->/2} and {@code *->/2}, with or without an alternative. */
    record Condition(Goal test, Goal then, Goal otherwise, boolean soft) implements Goal {}

    /**
     * {@code \+/1}.
     *
     * @param term the goal as a term with its module
     */
    record Negation(Goal goal, Term term, Module module) implements Goal {}

    /** {@code !}; within a condition it is local to that. */
    record Cut() implements Goal {}

    /** {@code true}. */
    record True() implements Goal {}

    /** {@code fail}. */
    record Fail() implements Goal {}

    /**
     * Anything else.
     *
     * @param predicate what is called, with the arguments of the term; null for the one that the
     *     term names
     */
    record Call(Term term, Module module, @Nullable Predicate predicate) implements Goal {
        Call(Term term, Module module) {
            this(term, module, null);
        }
    }

    /** The body term as a goal; terms within are dereferenced as far as needed. */
    static Goal of(Term body, Module module) {
        return new Reader(body).read(body, module, 0);
    }

    /**
     * Reads bodies; right-nested conjunctions and disjunctions of any length take no Java stack.
     */
    final class Reader {
        private static final int MAX_NESTING = 1500;
        private static final int CYCLE_SUSPICION = 1_000_000;
        private static final Atom CUT = Atom.of("!");

        private final Term whole;
        private int looks;

        Reader(Term whole) {
            this.whole = whole;
        }

        Goal read(Term t, Module module, int depth) {
            t = t.deref();
            look();
            if (depth > MAX_NESTING) {
                throw Errors.resource("control_nesting");
            }
            if (t instanceof Var || t instanceof Slot) {
                return new Call(Struct.of(Names.CALL, t), module);
            } else if (t instanceof Atom a) {
                return atom(a, module);
            } else if (t instanceof Struct s) {
                return compound(s, module, depth);
            } else if (t instanceof Compound) {
                return new Call(t, module);
            }
            throw Errors.type("callable", whole);
        }

        /** Bodies that share parts may be endless without being large. */
        private void look() {
            Watch.check(++looks);
        }

        private static Goal atom(Atom a, Module module) {
            if (a == CUT) {
                return new Cut();
            } else if (a == Atom.TRUE) {
                return new True();
            } else if (a == Atom.FAIL || a == Atom.FALSE) {
                return new Fail();
            }
            return new Call(a, module);
        }

        private Goal compound(Struct s, Module module, int depth) {
            Functor f = s.functor();
            if (f == Functor.COMMA) {
                return conjunction(s, module, depth);
            } else if (f == Names.OR || f == Names.BAR) {
                return disjunction(s, module, depth);
            } else if (f == Names.ARROW || f == Names.SOFT_ARROW) {
                return condition(s, new Fail(), module, depth);
            } else if (f == Names.NOT) {
                Goal negated = new Reader(s.args[0].deref()).read(s.args[0], module, depth + 1);
                return negated instanceof Call c && TableBuiltins.isTabled(c.module(), c.term())
                        ? new Call(
                                Struct.of(
                                        "tnot",
                                        Struct.of(Functor.COLON, c.module().name(), c.term())),
                                module)
                        : new Negation(
                                negated,
                                Struct.of(Functor.COLON, module.name(), s.args[0]),
                                module);
            } else if (f == Functor.COLON) {
                return qualified(s, module, depth);
            }
            return new Call(s, module);
        }

        private Goal conjunction(Struct s, Module module, int depth) {
            List<Goal> goals = new ArrayList<>();
            ArrayDeque<Term> agenda = new ArrayDeque<>();
            int steps = 0;
            agenda.push(s);
            while (!agenda.isEmpty()) {
                Term t = agenda.pop().deref();
                checkFinite(++steps);
                look();
                if (t instanceof Struct c && c.functor() == Functor.COMMA) {
                    agenda.push(c.args[1]);
                    agenda.push(c.args[0]);
                } else {
                    goals.add(read(t, module, depth + 1));
                }
            }
            return new Conjunction(goals);
        }

        private void checkFinite(int steps) {
            if (steps == CYCLE_SUSPICION && !Trees.isFinite(whole)) {
                throw Errors.representation("cyclic_term");
            }
        }

        private Goal disjunction(Struct s, Module module, int depth) {
            List<Term> alternatives = new ArrayList<>();
            Term rest = s;
            while (rest instanceof Struct d
                    && (d.functor() == Names.OR || d.functor() == Names.BAR)) {
                alternatives.add(d.args[0].deref());
                checkFinite(alternatives.size());
                rest = d.args[1].deref();
            }
            Goal goal = read(rest, module, depth + 1);
            for (int i = alternatives.size() - 1; i >= 0; i--) {
                Term left = alternatives.get(i);
                if (left instanceof Struct c
                        && (c.functor() == Names.ARROW || c.functor() == Names.SOFT_ARROW)) {
                    goal = condition(c, goal, module, depth + 1);
                } else {
                    goal = new Disjunction(read(left, module, depth + 1), goal);
                }
            }
            return goal;
        }

        private Goal condition(Struct c, Goal otherwise, Module module, int depth) {
            Goal test = read(c.args[0], module, depth + 1);
            Goal then = read(c.args[1], module, depth + 1);
            return new Condition(test, then, otherwise, c.functor() == Names.SOFT_ARROW);
        }

        private Goal qualified(Struct s, Module module, int depth) {
            Term name = s.args[0].deref();
            Term goal = s.args[1].deref();
            if (name instanceof Atom a && !(goal instanceof Var || goal instanceof Slot)) {
                return read(goal, module.database().module(a), depth + 1);
            }
            return new Call(Struct.of(Names.CALL, s), module);
        }
    }
}
