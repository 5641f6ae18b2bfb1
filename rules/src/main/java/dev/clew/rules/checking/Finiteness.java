package dev.clew.rules.checking;

import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Tells finite terms from cyclic ones by a depth-first search. What many goals of a proof share is
 * visited once.
 */
final class Finiteness {
    /** Compounds that were met: whether all their parts are known to be finite. */
    private final Map<Compound, Boolean> known = new IdentityHashMap<>();

    /** A compound whose parts are being visited. */
    private static final class Visit {
        final Compound compound;
        int next;

        Visit(Compound compound) {
            this.compound = compound;
        }
    }

    boolean isFinite(Term term) {
        ArrayDeque<Visit> path = new ArrayDeque<>();
        if (!enter(term, path)) {
            return false;
        }
        while (!path.isEmpty()) {
            Visit v = path.element();
            if (v.next == v.compound.arity()) {
                known.put(v.compound, true);
                path.pop();
            } else if (!enter(v.compound.arg(v.next++), path)) {
                return false;
            }
        }
        return true;
    }

    /** Begins to visit a part; false if that is going on already. */
    private boolean enter(Term part, ArrayDeque<Visit> path) {
        if (!(part.deref() instanceof Compound c)) {
            return true;
        }
        Boolean isDone = known.putIfAbsent(c, false);
        if (isDone == null) {
            path.push(new Visit(c));
        }
        return isDone == null || isDone;
    }
}
