package dev.clew.rules.terms;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/** Tells finite terms, which are trees, from cyclic ones. */
public final class Trees {
    private Trees() {}

    /**
     * Whether no compound is its own part: a depth-first search, exact, but with a table of all
     * compounds.
     */
    public static boolean isFinite(Term term) {
        Map<Compound, Boolean> finished = new IdentityHashMap<>();
        ArrayDeque<Compound> path = new ArrayDeque<>();
        ArrayDeque<int[]> next = new ArrayDeque<>();
        if (term.deref() instanceof Compound c) {
            finished.put(c, false);
            path.push(c);
            next.push(new int[1]);
        }
        while (!path.isEmpty()) {
            Compound c = path.element();
            int i = next.element()[0]++;
            if (i >= c.arity()) {
                finished.put(c, true);
                path.pop();
                next.pop();
            } else if (c.arg(i).deref() instanceof Compound part) {
                Boolean known = finished.putIfAbsent(part, false);
                if (known == null) {
                    path.push(part);
                    next.push(new int[1]);
                } else if (!known) {
                    return false;
                }
            }
        }
        return true;
    }
}
