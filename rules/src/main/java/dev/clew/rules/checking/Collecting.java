package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The predicates that collect all solutions of a goal (ISO 13211-1, 8.10). */
final class Collecting {
    private static final Functor CARET = Functor.of("^", 2);

    private final Bindings bindings;

    Collecting(Bindings bindings) {
        this.bindings = bindings;
    }

    /** Finds all solutions of a goal, as copies of a template. */
    interface Solver {
        List<Term> all(Term template, Term goal);
    }

    /**
     * What the last argument of a goal must be; null if its predicate is none of those here. A bag
     * that does not exist is undecided only if the goal has variables that are free in it.
     */
    @Nullable Term result(Term goal, Solver solver) {
        Term[] a = Terms.arguments(goal);
        if (Terms.is(goal, "findall", 3)) {
            return Lists.of(solver.all(a[0], a[1]));
        } else if (Terms.is(goal, "bagof", 3)) {
            return bag(a, solver, false);
        } else if (Terms.is(goal, "setof", 3)) {
            return bag(a, solver, true);
        } else if (Terms.is(goal, "aggregate_all", 3)) {
            return aggregate(bindings.walk(a[0]), a[1], solver);
        }
        return null;
    }

    /** An empty bag is no list at all, so that the goal fails. */
    private Term bag(Term[] a, Solver solver, boolean isSet) {
        Term goal = bindings.walk(a[1]);
        Set<Var> bound = new HashSet<>(bindings.variables(a[0]));
        while (goal instanceof Struct s && s.functor() == CARET) {
            bound.addAll(bindings.variables(s.args[0]));
            goal = bindings.walk(s.args[1]);
        }
        for (Var v : bindings.variables(goal)) {
            if (!bound.contains(v)) {
                throw new Undecided("its goal has variables that are free");
            }
        }
        List<Term> found = solver.all(a[0], goal);
        if (found.isEmpty()) {
            return Atom.of("no solution");
        }
        return Lists.of(isSet ? set(found) : found);
    }

    private List<Term> set(List<Term> found) {
        List<Term> sorted = new ArrayList<>(found);
        sorted.sort(Order::compare);
        List<Term> distinct = new ArrayList<>();
        for (Term t : sorted) {
            if (distinct.isEmpty() || Order.compare(distinct.get(distinct.size() - 1), t) != 0) {
                distinct.add(t);
            }
            if (found.size() > 1 && !bindings.variables(t).isEmpty()) {
                throw new Undecided("the order of variables is not in the program");
            }
        }
        return distinct;
    }

    private @Nullable Term aggregate(Term kind, Term goal, Solver solver) {
        if (kind == Atom.of("count")) {
            return Int.of(solver.all(Atom.TRUE, goal).size());
        } else if (!(kind instanceof Struct s) || s.args.length != 1) {
            return null;
        } else {
            List<Term> found =
                    switch (s.name().name()) {
                        case "count", "bag", "set", "sum", "max", "min" ->
                                solver.all(s.args[0], goal);
                        default -> throw new Undecided("this aggregation is not decided here");
                    };
            return switch (s.name().name()) {
                case "count" -> Int.of(found.size());
                case "bag" -> Lists.of(found);
                case "set" -> Lists.of(set(found));
                case "sum" -> folded("+", Int.of(0), found, 0);
                default -> extreme(s.name().name(), found);
            };
        }
    }

    private Term extreme(String function, List<Term> found) {
        if (found.isEmpty()) {
            return Atom.of("no solution");
        }
        return folded(function, found.get(0), found, 1);
    }

    private Term folded(String function, Term start, List<Term> found, int from) {
        Evaluation evaluation = new Evaluation(bindings);
        Numeric result = evaluation.value(start);
        for (int i = from; i < found.size(); i++) {
            result = evaluation.value(Struct.of(function, result, found.get(i)));
        }
        return result;
    }
}
