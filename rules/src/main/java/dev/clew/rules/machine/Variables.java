package dev.clew.rules.machine;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The variables of a term, in the order of a walk from the left; of any depth, also cyclic. */
public final class Variables {
    /** After so many steps compounds are remembered: they may share parts, or be cyclic. */
    private static final int SUSPICION = 1 << 16;

    private Variables() {}

    /** The distinct variables of a term. */
    public static List<Var> of(Term term) {
        return collect(term, false);
    }

    /** The distinct attributed variables of a term, and of their attributes. */
    public static List<Var> attributed(Term term) {
        return collect(term, true);
    }

    private static List<Var> collect(Term term, boolean attributed) {
        List<Var> found = new ArrayList<>();
        Set<Term> met = Collections.newSetFromMap(new IdentityHashMap<>());
        int steps = 0;
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(term);
        while (!agenda.isEmpty()) {
            Watch.check(++steps);
            Term t = agenda.pop().deref();
            if (t instanceof Var v) {
                Term attributes = v.attributes;
                if (!attributed && met.add(v)) {
                    found.add(v);
                } else if (attributed && attributes != null && met.add(v)) {
                    found.add(v);
                    agenda.push(attributes);
                }
            } else if (t instanceof Compound c && (steps < SUSPICION || met.add(c))) {
                for (int i = c.arity() - 1; i >= 0; i--) {
                    agenda.push(c.arg(i));
                }
            }
        }
        return found;
    }
}
