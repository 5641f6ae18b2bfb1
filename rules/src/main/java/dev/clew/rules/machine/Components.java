package dev.clew.rules.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which negative consumers of a component can be resumed, once no positive one has answers to
 * consume. A table needs another one if it owns a consumer of it.
 */
final class Components {
    private final List<Table> tables;

    /** Whether a table may get further answers: an open negative consumer is reached from it. */
    private final boolean[] isOpen;

    Components(List<Table> tables) {
        this.tables = tables;
        this.isOpen = new boolean[tables.size()];
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).component = i;
        }
    }

    /** Marks those of the open negative consumers that are to be resumed as done. */
    void choose(List<Consumer> open) {
        spreadOpenness(open);
        boolean decided = false;
        for (Consumer c : open) {
            if (!isOpen[c.table.component]) {
                c.isDone = true;
                c.isDelayed = c.table.hasAnswer();
                decided = true;
            }
        }
        if (!decided) {
            delayLowest(open);
        }
    }

    private void spreadOpenness(List<Consumer> open) {
        ArrayDeque<Table> agenda = new ArrayDeque<>();
        for (Consumer c : open) {
            mark(c.owner, agenda);
        }
        while (!agenda.isEmpty()) {
            for (Consumer c : agenda.pop().consumers) {
                if (!c.isDone && !c.owner.isAbandoned) {
                    mark(c.owner, agenda);
                }
            }
        }
    }

    private void mark(Table t, ArrayDeque<Table> agenda) {
        if (!isOpen[t.component]) {
            isOpen[t.component] = true;
            agenda.push(t);
        }
    }

    /**
     * Delays the negative literals between tables of strongly connected components that need no
     * other open one.
     */
    private void delayLowest(List<Consumer> open) {
        List<List<Table>> needs = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            needs.add(new ArrayList<>(2));
        }
        for (Table t : tables) {
            if (isOpen[t.component]) {
                for (Consumer c : t.consumers) {
                    if (!c.isDone && !c.owner.isAbandoned) {
                        needs.get(c.owner.component).add(t);
                    }
                }
            }
        }
        int[] component = stronglyConnected(needs);
        boolean[] needsOther = new boolean[tables.size()];
        for (int i = 0; i < needs.size(); i++) {
            for (Table t : needs.get(i)) {
                needsOther[component[i]] |= component[i] != component[t.component];
            }
        }
        for (Consumer c : open) {
            if (!needsOther[component[c.owner.component]]) {
                c.isDone = true;
                c.isDelayed = true;
            }
        }
    }

    /** The number of the strongly connected component of each table (R. Tarjan, 1972). */
    private static int[] stronglyConnected(List<List<Table>> needs) {
        int n = needs.size();
        int[] component = new int[n];
        int[] number = new int[n];
        int[] low = new int[n];
        int[] next = new int[n];
        int[] stack = new int[n];
        int[] path = new int[n];
        Arrays.fill(component, -1);
        int counter = 0;
        int height = 0;
        for (int start = 0; start < n; start++) {
            if (number[start] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = start;
            number[start] = low[start] = ++counter;
            stack[height++] = start;
            while (depth >= 0) {
                int v = path[depth];
                if (next[v] < needs.get(v).size()) {
                    int w = needs.get(v).get(next[v]++).component;
                    if (number[w] == 0) {
                        path[++depth] = w;
                        number[w] = low[w] = ++counter;
                        stack[height++] = w;
                    } else if (component[w] < 0) {
                        low[v] = Math.min(low[v], number[w]);
                    }
                    continue;
                }
                if (low[v] == number[v]) {
                    int w;
                    do {
                        w = stack[--height];
                        component[w] = v;
                    } while (w != v);
                }
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[v]);
                }
            }
        }
        return component;
    }
}
