package dev.clew.rules.machine;

import dev.clew.rules.syntax.FreshNames;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the variables of a small finite term are called: as the user named them, {@code _} where
 * they occur once, else {@code _A}, {@code _B} and so on.
 */
final class GoalVariables {
    private GoalVariables() {}

    /** The names by variable; {@code given} are those of the user, whatever is bound by now. */
    static Map<Var, String> names(Term term, Map<Var, String> given) {
        Map<Var, String> names = new IdentityHashMap<>();
        FreshNames fresh = new FreshNames();
        given.forEach((v, name) -> {
            if (v.deref() instanceof Var x && fresh.take(name)) {
                names.putIfAbsent(x, name);
            }
        });
        occurrences(term)
                .forEach((v, count) -> {
                    if (!names.containsKey(v)) {
                        names.put(v, count == 1 ? "_" : fresh.next());
                    }
                });
        return names;
    }

    private static Map<Var, Integer> occurrences(Term term) {
        Map<Var, Integer> counts = new LinkedHashMap<>();
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(term);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Var v) {
                counts.merge(v, 1, Integer::sum);
            } else if (t instanceof Compound c) {
                for (int i = c.arity() - 1; i >= 0; i--) {
                    agenda.push(c.arg(i));
                }
            }
        }
        return counts;
    }
}
