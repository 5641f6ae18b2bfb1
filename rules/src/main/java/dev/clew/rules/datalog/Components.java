package dev.clew.rules.datalog;

import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of predicates that depend on each other, numbered from below: a
 * predicate depends only on those of its own and of lower components (R. Tarjan, "Depth-first
 * search and linear graph algorithms", 1972; without recursion in Java).
 */
final class Components {
    private static final int[] NONE = {};

    private final int[][] calls;
    private final int[] index;
    private final int[] low;
    private final int[] component;
    private final int[] stack;
    private final int[] path;
    private final int[] position;
    private int top;
    private int visited;
    private int found;

    private Components(int[][] calls) {
        int n = calls.length;
        this.calls = calls;
        this.index = new int[n];
        this.low = new int[n];
        this.component = new int[n];
        this.stack = new int[n];
        this.path = new int[n];
        this.position = new int[n];
        Arrays.fill(component, -1);
    }

    /** The component of each predicate. */
    static int[] of(Program program) {
        int[][] calls = new int[program.predicates.size()][];
        for (int p = 0; p < calls.length; p++) {
            calls[p] = callsOf(program.predicates.get(p).rules);
        }
        Components c = new Components(calls);
        for (int p = 0; p < calls.length; p++) {
            if (c.index[p] == 0) {
                c.visit(p);
            }
        }
        return c.component;
    }

    private static int[] callsOf(List<Rule> rules) {
        int[] found = NONE;
        for (Rule rule : rules) {
            for (Literal literal : rule.body()) {
                if (literal instanceof Literal.Call call) {
                    found = Arrays.copyOf(found, found.length + 1);
                    found[found.length - 1] = call.predicate();
                }
            }
        }
        return found;
    }

    private void visit(int root) {
        int depth = 0;
        enter(root, depth);
        while (depth >= 0) {
            int p = path[depth];
            if (position[p] < calls[p].length) {
                int q = calls[p][position[p]++];
                if (index[q] == 0) {
                    enter(q, ++depth);
                } else if (component[q] < 0) {
                    low[p] = Math.min(low[p], index[q]);
                }
            } else {
                leave(p);
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[p]);
                }
            }
        }
    }

    private void enter(int p, int depth) {
        path[depth] = p;
        index[p] = ++visited;
        low[p] = visited;
        stack[top++] = p;
    }

    private void leave(int p) {
        if (low[p] == index[p]) {
            int q;
            do {
                q = stack[--top];
                component[q] = found;
            } while (q != p);
            found++;
        }
    }
}
