package dev.clew.cli.answers;

import dev.clew.rules.syntax.FreshNames;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the variables of an answer names that do not change from run to run: that of the query if
 * it has one, else {@code _A}, {@code _B} and so on.
 */
final class VariableNaming {
    private final Map<Var, String> names = new IdentityHashMap<>();
    private final Map<Var, Integer> others = new LinkedHashMap<>();
    private final FreshNames fresh = new FreshNames();

    private VariableNaming() {}

    static Map<Var, String> of(
            List<Answer.Binding> bindings, List<Term> constraints, boolean anonymous) {
        VariableNaming naming = new VariableNaming();
        naming.nameOwn(bindings);
        List<Term> roots = new ArrayList<>();
        for (Answer.Binding b : bindings) {
            if (!(b.value() instanceof Var) && b.name().charAt(0) != '_') {
                roots.add(b.value());
            }
        }
        roots.addAll(constraints);
        naming.count(roots);
        naming.nameOthers(anonymous);
        return naming.names;
    }

    /**
     * Of the variables of the query that are one now, the last gives its name; those that are shown
     * come first.
     */
    private void nameOwn(List<Answer.Binding> bindings) {
        for (Answer.Binding b : bindings) {
            fresh.take(b.name());
            if (b.value() instanceof Var v) {
                String now = names.get(v);
                if (now == null || now.charAt(0) == '_' || b.name().charAt(0) != '_') {
                    names.put(v, b.name());
                }
            }
        }
    }

    private void count(List<Term> roots) {
        Set<Term> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Term> again = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        for (int i = roots.size() - 1; i >= 0; i--) {
            agenda.push(roots.get(i));
        }
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Var v && !names.containsKey(v)) {
                others.merge(v, 1, Integer::sum);
            } else if (t instanceof Compound c && (met.add(c) || again.add(c))) {
                // What is shared is written again, so its variables occur again: twice is enough.
                for (int i = c.arity() - 1; i >= 0; i--) {
                    agenda.push(c.arg(i));
                }
            }
        }
    }

    private void nameOthers(boolean anonymous) {
        others.forEach((v, count) -> names.put(v, anonymous && count == 1 ? "_" : fresh.next()));
    }
}
