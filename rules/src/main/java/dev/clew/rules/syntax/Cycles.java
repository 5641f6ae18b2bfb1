package dev.clew.rules.syntax;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the compounds that contain themselves. */
final class Cycles {
    private static final int PATIENCE = 1_000_000;

    private Cycles() {}

    /**
     * Whether a term is free of cycles for sure. Walks the term without remembering anything, and
     * gives up on what is either cyclic or so large that the memory of {@link #find} does not
     * matter.
     */
    static boolean isPlain(Term term) {
        List<Term> todo = new ArrayList<>();
        Term start = term.deref();
        int patience = PATIENCE;
        while (true) {
            if (!walkSpine(start, todo)) {
                return false;
            }
            if (todo.isEmpty()) {
                return true;
            } else if (--patience < 0) {
                return false;
            }
            start = todo.remove(todo.size() - 1);
        }
    }

    /** Follows last arguments by Brent's algorithm; false if they come round to where they were. */
    private static boolean walkSpine(Term start, List<Term> todo) {
        Term t = start;
        Term anchor = start;
        long steps = 0;
        long limit = 2;
        while (t instanceof Compound c && c.arity() > 0) {
            int last = c.arity() - 1;
            for (int i = 0; i < last; i++) {
                Term argument = c.arg(i).deref();
                if (argument instanceof Compound) {
                    todo.add(argument);
                }
            }
            t = c.arg(last).deref();
            if (t == anchor && t instanceof Compound) {
                return false;
            }
            if (++steps == limit) {
                anchor = t;
                limit *= 2;
            }
            if (todo.size() > PATIENCE) {
                return false;
            }
        }
        return true;
    }

    /**
     * The compounds that are reached again from within themselves, numbered from 1 in the order of
     * their discovery.
     */
    static Map<Term, Integer> find(Term term) {
        return new Search().run(term.deref());
    }

    /** A depth-first search that knows which compounds lie on the path to the current one. */
    private static final class Search {
        private final Map<Term, Boolean> onPath = new IdentityHashMap<>();
        private final Map<Term, Integer> found = new IdentityHashMap<>();
        private Compound[] path = new Compound[64];
        private int[] next = new int[64];
        private int depth;

        Map<Term, Integer> run(Term root) {
            enter(root);
            int steps = 0;
            while (depth > 0) {
                Watch.check(++steps);
                Compound c = path[depth - 1];
                int i = next[depth - 1]++;
                if (i < c.arity()) {
                    enter(c.arg(i).deref());
                } else {
                    onPath.put(c, Boolean.FALSE);
                    depth--;
                }
            }
            return found;
        }

        private void enter(Term t) {
            if (!(t instanceof Compound c)) {
                return;
            }
            Boolean state = onPath.get(c);
            if (state == null) {
                onPath.put(c, Boolean.TRUE);
                push(c);
            } else if (state && !found.containsKey(c)) {
                found.put(c, found.size() + 1);
            }
        }

        private void push(Compound c) {
            if (depth == path.length) {
                path = Arrays.copyOf(path, depth * 2);
                next = Arrays.copyOf(next, depth * 2);
            }
            path[depth] = c;
            next[depth++] = 0;
        }
    }
}
