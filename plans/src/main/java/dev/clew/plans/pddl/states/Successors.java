package dev.clew.plans.pddl.states;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Finds the actions that can be done in a state without trying all: a tree that asks for one
 * variable after the other (Helmert, <i>The Fast Downward Planning System</i>, JAIR 26, 2006,
 * section 5.3.1). The tree lies in one array: {@code variable, actions, action..., without, value
 * 0, value 1, ...} where the last ones are the offsets of subtrees, or 0.
 */
public final class Successors {
    private final Task task;
    private int[] tree = new int[1024];
    private int used = 1;
    private final int root;
    private int[] stack = new int[64];

    /** The tree for the actions of a task. */
    public Successors(Task task) {
        this.task = task;
        int[][] sorted = new int[task.actions()][];
        Integer[] order = new Integer[sorted.length];
        for (int a = 0; a < sorted.length; a++) {
            sorted[a] = task.conditions.row(a);
            Arrays.sort(sorted[a]);
            order[a] = a;
        }
        Arrays.sort(order, (a, b) -> Arrays.compare(sorted[a], sorted[b]));
        int[] actions = new int[order.length];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = order[i];
        }
        root = build(sorted, actions);
    }

    /** A node that waits to be built: actions from start to end, their first conditions done. */
    private record Open(int start, int end, int depth, int patch) {}

    private int build(int[][] sorted, int[] actions) {
        ArrayDeque<Open> open = new ArrayDeque<>();
        open.push(new Open(0, actions.length, 0, 0));
        int first = 0;
        while (!open.isEmpty()) {
            Open o = open.pop();
            int node = used;
            if (o.patch() == 0) {
                first = node;
            } else {
                tree[o.patch()] = node;
            }
            build(sorted, actions, o, open);
        }
        return first;
    }

    private void build(int[][] sorted, int[] actions, Open o, ArrayDeque<Open> open) {
        int i = o.start();
        while (i < o.end() && sorted[actions[i]].length == o.depth()) {
            i++;
        }
        int leaves = i - o.start();
        if (i == o.end()) {
            reserve(2 + leaves);
            tree[used++] = -1;
            tree[used++] = leaves;
            for (int j = o.start(); j < i; j++) {
                tree[used++] = actions[j];
            }
            return;
        }
        // Sorted conditions: those on the first variable come first, the others go to `without`.
        int variable = task.variableOf[sorted[actions[i]][o.depth()]];
        int size = task.sizes[variable];
        reserve(3 + leaves + size);
        tree[used++] = variable;
        tree[used++] = leaves;
        for (int j = o.start(); j < i; j++) {
            tree[used++] = actions[j];
        }
        int without = used++;
        int values = used;
        Arrays.fill(tree, without, values + size, 0);
        used += size;
        while (i < o.end() && task.variableOf[sorted[actions[i]][o.depth()]] == variable) {
            int fact = sorted[actions[i]][o.depth()];
            int end = i;
            while (end < o.end() && sorted[actions[end]][o.depth()] == fact) {
                end++;
            }
            int patch = values + fact - task.firstFact[variable];
            open.push(new Open(i, end, o.depth() + 1, patch));
            i = end;
        }
        if (i < o.end()) {
            open.push(new Open(i, o.end(), o.depth(), without));
        }
    }

    private void reserve(int more) {
        if (used + more > tree.length) {
            tree = Arrays.copyOf(tree, Math.max(used + more, tree.length * 2));
        }
    }

    /** Writes the actions that can be done in a state to an array; returns how many. */
    public int find(int[] state, int[] found) {
        int n = 0;
        int depth = 0;
        int node = root;
        while (true) {
            int variable = tree[node];
            int leaves = tree[node + 1];
            int at = node + 2;
            for (int i = 0; i < leaves; i++) {
                found[n++] = tree[at++];
            }
            if (variable >= 0) {
                int without = tree[at];
                int with = tree[at + 1 + state[variable]];
                if (with != 0) {
                    if (without != 0) {
                        if (depth == stack.length) {
                            stack = Arrays.copyOf(stack, depth * 2);
                        }
                        stack[depth++] = without;
                    }
                    node = with;
                    continue;
                } else if (without != 0) {
                    node = without;
                    continue;
                }
            }
            if (depth == 0) {
                return n;
            }
            node = stack[--depth];
        }
    }
}
