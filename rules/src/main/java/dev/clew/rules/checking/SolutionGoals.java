package dev.clew.rules.checking;

import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Goals of predicates that collect solutions, made ready for being called again. */
final class SolutionGoals {
    private static final Functor CARET = Functor.of("^", 2);

    /** Those whose goal is the second argument and binds nothing outside. */
    private static final Set<String> CLOSED =
            Set.of(
                    "findall/3",
                    "findall/4",
                    "aggregate_all/3",
                    "aggregate_all/4",
                    "findnsols/4",
                    "findnsols/5",
                    "foreach/2");

    private static final Set<String> OPEN =
            Set.of("bagof/3", "setof/3", "aggregate/3", "aggregate/4");

    private SolutionGoals() {}

    static boolean collects(Term goal) {
        Functor f = Terms.functor(goal);
        String key = f == null ? "" : Terms.key(f);
        return CLOSED.contains(key) || OPEN.contains(key) || key.equals("forall/2");
    }

    /**
     * The goal with flexible variables in place of those that its solutions bind: all of template
     * and goal; of {@code bagof/3} and {@code setof/3}, where others are bound by success, those of
     * the template and before {@code ^}.
     */
    static Term opened(Term goal, Bindings bindings) {
        Struct s = (Struct) goal;
        Map<Var, Term> renaming = new HashMap<>();
        boolean isOpen = OPEN.contains(Terms.key(s.functor()));
        Term[] args = s.args.clone();
        if (isOpen) {
            rename(args[0], renaming, bindings);
            Term inner = args[1].deref();
            while (inner instanceof Struct c && c.functor() == CARET) {
                rename(c.args[0], renaming, bindings);
                inner = c.args[1].deref();
            }
            for (Var v : bindings.variables(args[1])) {
                renaming.putIfAbsent(v, v);
            }
        }
        args[0] = bindings.copy(args[0], renaming);
        args[1] = bindings.copy(args[1], renaming);
        return Struct.of(s.functor(), args);
    }

    private static void rename(Term t, Map<Var, Term> renaming, Bindings bindings) {
        for (Var v : bindings.variables(t)) {
            renaming.computeIfAbsent(v, x -> bindings.fresh());
        }
    }
}
