package dev.clew.plans.pddl.backward;

import dev.clew.plans.pddl.budget.Watch;

import java.util.Arrays;

/**
 * Sets of facts with costs, kept so that those that hold in a state are found quickly (Hoffmann and
 * Koehler, <i>A new method to index and query sets</i>, IJCAI 1999). A node stands for the facts on
 * the way to it; its children have greater facts.
 */
final class SetTree {
    private static final int NONE = -1;

    private final int[] variableOf;
    private final int[] firstFact;
    private int[] fact = new int[64];
    private int[] child = new int[64];
    private int[] sibling = new int[64];

    /** Per node its set, or NONE; what that costs; and the least cost in its subtree. */
    private int[] set = new int[64];

    private int[] cost = new int[64];
    private int[] least = new int[64];
    private int size;
    private int[] stack = new int[64];
    private int found;
    private int foundCost;

    SetTree(int[] variableOf, int[] firstFact) {
        this.variableOf = variableOf;
        this.firstFact = firstFact;
        node(NONE);
    }

    private int node(int of) {
        if (size == fact.length) {
            Watch.reserve(size * 48L);
            fact = Arrays.copyOf(fact, size * 2);
            child = Arrays.copyOf(child, size * 2);
            sibling = Arrays.copyOf(sibling, size * 2);
            set = Arrays.copyOf(set, size * 2);
            cost = Arrays.copyOf(cost, size * 2);
            least = Arrays.copyOf(least, size * 2);
        }
        fact[size] = of;
        child[size] = NONE;
        sibling[size] = NONE;
        set[size] = NONE;
        cost[size] = Integer.MAX_VALUE;
        least[size] = Integer.MAX_VALUE;
        return size++;
    }

    /** Enters a sorted set; one that is there already gets the lesser cost. */
    void add(int[] facts, int number, int itsCost) {
        int node = 0;
        least[0] = Math.min(least[0], itsCost);
        for (int f : facts) {
            int next = child[node];
            while (next != NONE && fact[next] != f) {
                next = sibling[next];
            }
            if (next == NONE) {
                next = node(f);
                sibling[next] = child[node];
                child[node] = next;
            }
            node = next;
            least[node] = Math.min(least[node], itsCost);
        }
        if (itsCost < cost[node]) {
            set[node] = number;
            cost[node] = itsCost;
        }
    }

    /**
     * Finds the cheapest set, cheaper than {@code limit}, that holds where variables have these
     * values; variables with value -1 have none.
     *
     * @return the number of the set, or -1; {@link #foundCost} is its cost
     */
    int find(int[] values, int limit) {
        found = NONE;
        foundCost = limit;
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0) {
            int node = stack[--depth];
            if (cost[node] < foundCost) {
                found = set[node];
                foundCost = cost[node];
            }
            for (int c = child[node]; c != NONE; c = sibling[c]) {
                int v = variableOf[fact[c]];
                if (values[v] == fact[c] - firstFact[v] && least[c] < foundCost) {
                    if (depth == stack.length) {
                        stack = Arrays.copyOf(stack, depth * 2);
                    }
                    stack[depth++] = c;
                }
            }
        }
        return found;
    }

    int foundCost() {
        return foundCost;
    }
}
