package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.StateTable;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Greedy best-first search that makes a state only when its turn comes, and puts its successors in
 * the queues with its own estimate. There are two queues for each heuristic, one of them for the
 * successors that a heuristic speaks for; the queues take turns, and progress gives those for
 * preferred actions many turns in a row (Richter and Helmert, <i>Preferred operators and deferred
 * evaluation in satisficing planning</i>, ICAPS 2009).
 */
public final class LazySearch implements Search {
    private static final int BOOST = 1_000;

    /** After so much work it is time to look at the clock. */
    private static final int LONG = 10_000;

    private final Task task;
    private final Successors successors;
    private final Heuristic[] heuristics;
    private final Watch watch;
    private final StateTable states;
    private final Derived derived;
    private final Entries[] queues;
    private final int[] turns;
    private final int[] best;
    private final int[] estimates;
    private final int[] applicable;
    private final int[] preferred;
    private final int[] preferredIn;
    private final Counts counts;
    private final String name;
    private final int[] state;
    private final int[] next;
    private long done;

    /** How much was done when an estimate was the least so far. */
    private long progress;

    private int @Nullable [] plan;

    /** A search with these heuristics. */
    public LazySearch(
            String name,
            Task task,
            Successors successors,
            Heuristic[] heuristics,
            Watch watch,
            Counts counts) {
        this.name = name;
        this.state = new int[task.variables];
        this.next = new int[task.variables];
        this.task = task;
        this.successors = successors;
        this.heuristics = heuristics;
        this.watch = watch;
        this.counts = counts;
        states = new StateTable(task);
        derived = new Derived(task);
        queues = new Entries[heuristics.length * 2];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new Entries();
        }
        turns = new int[queues.length];
        best = new int[heuristics.length];
        Arrays.fill(best, Integer.MAX_VALUE);
        estimates = new int[heuristics.length];
        applicable = new int[task.actions()];
        preferred = new int[task.actions() + task.effectResults.length + 1];
        preferredIn = new int[task.actions()];
    }

    /** Searches to the end: the actions of a plan, or null if there is none. */
    public int @Nullable [] run() {
        while (!advance(Long.MAX_VALUE)) {}
        return plan;
    }

    @Override
    public int @Nullable [] plan() {
        return plan;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean advance(long work) {
        long start = done;
        if (states.size() == 0) {
            System.arraycopy(task.initial, 0, state, 0, task.variables);
            derived.complete(state);
            int id = states.add(state, -1, -1);
            if (visit(id, -1, state)) {
                return true;
            }
        }
        while (done - start < work || done - progress < work / 8) {
            Entries queue = queue();
            if (queue == null) {
                return true;
            }
            long entry = queue.remove();
            int parent = Entries.left(entry);
            int action = Entries.right(entry);
            states.state(parent, state);
            task.apply(action, state, next);
            int id = states.add(next, parent, action);
            done += 2 + task.variables / 16;
            if (id >= 0) {
                derived.complete(next);
                if (visit(id, parent, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Evaluates a new state and queues its successors; returns whether it fulfils the goal. */
    private boolean visit(int id, int parent, int[] state) {
        counts.evaluated++;
        if (task.isGoal(state)) {
            plan = states.path(id);
            return true;
        }
        boolean isProgress = false;
        int stamp = id + 1;
        for (int h = 0; h < heuristics.length; h++) {
            long work = heuristics[h].work();
            if (work > LONG) {
                watch.checkNow();
            }
            done += work;
            estimates[h] = heuristics[h].estimate(state, id, parent);
            if (estimates[h] == Heuristic.DEAD_END) {
                return false;
            }
            isProgress |= estimates[h] < best[h];
            best[h] = Math.min(best[h], estimates[h]);
            int n = heuristics[h].preferred(preferred);
            for (int i = 0; i < n; i++) {
                preferredIn[preferred[i]] = stamp;
            }
        }
        if (isProgress) {
            progress = done;
            for (int q = 1; q < queues.length; q += 2) {
                turns[q] -= BOOST;
            }
        }
        for (Heuristic heuristic : heuristics) {
            heuristic.choose();
        }
        watch.expand();
        counts.expanded++;
        int n = successors.find(state, applicable);
        for (int i = 0; i < n; i++) {
            int action = applicable[i];
            long entry = Entries.pair(id, action);
            boolean isPreferred = preferredIn[action] == stamp || isWanted(action);
            for (int h = 0; h < heuristics.length; h++) {
                queues[h * 2].add(estimates[h], entry);
                if (isPreferred) {
                    queues[h * 2 + 1].add(estimates[h], entry);
                }
            }
        }
        counts.generated += n;
        return false;
    }

    private boolean isWanted(int action) {
        for (Heuristic heuristic : heuristics) {
            if (heuristic.wants(action)) {
                return true;
            }
        }
        return false;
    }

    /** The queue whose turn it is, or null if all are empty. */
    private @Nullable Entries queue() {
        int next = -1;
        for (int q = 0; q < queues.length; q++) {
            if (!queues[q].isEmpty() && (next < 0 || turns[q] < turns[next])) {
                next = q;
            }
        }
        if (next < 0) {
            return null;
        }
        turns[next]++;
        return queues[next];
    }
}
