package dev.clew.rules.machine;

import dev.clew.goals.Estimate;
import dev.clew.goals.Step;
import dev.clew.goals.Stepwise;
import dev.clew.goals.Strategy;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code library(strategies)} needs: a goal graph whose goals are resolvents, as stored terms,
 * so that those which differ in the names of variables only are one goal.
 */
final class SearchBuiltins {
    private SearchBuiltins() {}

    static void register(Registry r) {
        r.det("$search_start", 3, SearchBuiltins::start);
        r.det("$search_next", 2, SearchBuiltins::next);
        r.det("$search_steps", 2, SearchBuiltins::steps);
        r.det("$search_complete", 1, (m, a) -> search(a[0]).isComplete());
        r.det("$search_clauses", 1, (m, a) -> clauses(m, a[0]) != null);
        r.nondet("$search_clause", 3, SearchBuiltins::clause);
    }

    /** A term whose equality is that of variants. */
    private record Resolvent(Term[] stored, int slots, int hash) {
        static Resolvent of(Machine m, Term t) {
            List<Var> variables = new ArrayList<>();
            Term[] row = {Copying.store(m, t.deref(), variables)};
            return new Resolvent(row, variables.size(), StoredTerms.hash(row));
        }

        Term term(Machine m) {
            return Renaming.fresh(m, stored[0], new Term[slots]);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Resolvent other && StoredTerms.equal(stored, other.stored);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static boolean start(Machine m, Term[] a) {
        Strategy strategy = strategy(a[0].deref());
        Stepwise<Resolvent> search =
                new Stepwise<>(Resolvent.of(m, a[1]), Estimate.none(), strategy);
        return m.unify(a[2], new Opaque("search", search));
    }

    private static Strategy strategy(Term t) {
        String name =
                t instanceof Atom x
                        ? x.name()
                        : t instanceof Compound c ? c.functor().name().name() : "";
        int argument = t instanceof Compound c && c.arity() == 1 ? positive(c.arg(0).deref()) : 0;
        boolean isPlain = t instanceof Atom;
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (isPlain) {
            switch (name) {
                case "best_first":
                    return new Strategy.BestFirst();
                case "breadth_first":
                    return new Strategy.BreadthFirst();
                case "iterative_deepening":
                    return new Strategy.IterativeDeepening();
                case "portfolio":
                    return new Strategy.Portfolio();
                default:
                    break;
            }
        } else if (argument > 0 && name.equals("depth_first")) {
            return new Strategy.DepthFirst(argument);
        } else if (argument > 0 && name.equals("beam")) {
            return new Strategy.Beam(argument);
        }
        throw Errors.domain("search_strategy", t);
    }

    private static int positive(Term t) {
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Int i)) {
            throw Errors.type("integer", t);
        } else if (i.value() <= 0 || i.value() > Integer.MAX_VALUE) {
            throw Errors.domain("positive_integer", t);
        } else {
            return (int) i.value();
        }
    }

    @SuppressWarnings("unchecked")
    private static Stepwise<Resolvent> search(Term t) {
        if (t.deref() instanceof Opaque o && o.value() instanceof Stepwise<?> search) {
            return (Stepwise<Resolvent>) search;
        }
        throw Errors.type("search", t);
    }

    private static boolean next(Machine m, Term[] a) {
        Resolvent resolvent = search(a[0]).next();
        return resolvent != null && m.unify(a[1], resolvent.term(m));
    }

    /** {@code '$search_steps'(Search, [Cost-Resolvent, ...])}. */
    private static boolean steps(Machine m, Term[] a) {
        List<Step<Resolvent>> steps = new ArrayList<>();
        for (Term t : Lists.items(a[1])) {
            Struct pair = (Struct) t.deref();
            double cost = ((Int) pair.args[0].deref()).value();
            Resolvent premise = Resolvent.of(m, pair.args[1]);
            steps.add(new Step<>("", List.of(premise), cost, null));
        }
        search(a[0]).expanded(steps);
        return true;
    }

    /** The clauses of a predicate of the program; null for one of a library or written in Java. */
    private static @Nullable ClauseProcedure clauses(Machine m, Term goal) {
        Indicators.Qualified q = Indicators.Qualified.of(goal, m.context());
        if (!(q.term() instanceof Compound || q.term() instanceof Atom)) {
            return null;
        }
        Functor f = q.term() instanceof Compound c ? c.functor() : Functor.of((Atom) q.term(), 0);
        Predicate p = q.module().predicate(f);
        Procedure procedure = p.procedure.isDefined() ? p.procedure : m.db().resolve(m, p);
        return procedure instanceof ClauseProcedure c && !c.home.isLibrary ? c : null;
    }

    /** {@code '$search_clause'(Goal, Module, Body)}: by a clause whose head unifies. */
    private static @Nullable Redo clause(Machine m, Term[] a) {
        ClauseProcedure procedure = clauses(m, a[0]);
        if (procedure == null || !m.unify(a[1], procedure.home.name())) {
            return null;
        }
        Term head = Indicators.Qualified.of(a[0], m.context()).term();
        return DatabaseBuiltins.clauses(m, procedure, head, a[2]);
    }
}
