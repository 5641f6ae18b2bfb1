package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.heuristics.FfHeuristic;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.Longs;
import dev.clew.plans.pddl.states.StateTable;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Best-first width search: new states first, and among them those that lack least. New is a state
 * among those that lack as much and have seen as many of the facts of a relaxed plan, which is made
 * anew whenever less is lacking (Lipovetzky and Geffner, <i>Best-first width search</i>, AAAI 2017,
 * BFWS(f5)). Estimates are made only then, so it expands many more states than {@link LazySearch}.
 * No state is left out for good: if the queue runs empty, there is no plan.
 */
public final class WidthSearch implements Search {
    /** Greater than what is lacking ever is in the order of the queue. */
    private static final int LACKING = 20_000;

    /** After so much work it is time to look at the clock. */
    private static final int LONG = 10_000;

    private final Task task;
    private final Successors successors;
    private final Heuristic lacking;
    private final FfHeuristic relaxed;
    private final Watch watch;
    private final Counts counts;
    private final StateTable states;
    private final Derived derived;
    private final Entries queue = new Entries();
    private final Novelty novelty;

    /** Per state what it lacks; the least of its way; the bits of seen facts, and its plan. */
    private final Longs notes = new Longs(3);

    private final int[] state;
    private final int[] next;
    private final int[] applicable;
    private final int[] facts;
    private int[][] plans = new int[64][];
    private int planCount;
    private long done;
    private int @Nullable [] plan;

    /** A search that goes by the count of what is lacking. */
    public WidthSearch(
            Task task,
            Successors successors,
            Heuristic lacking,
            FfHeuristic relaxed,
            Watch watch,
            Counts counts) {
        this.task = task;
        this.successors = successors;
        this.lacking = lacking;
        this.relaxed = relaxed;
        this.watch = watch;
        this.counts = counts;
        states = new StateTable(task);
        derived = new Derived(task);
        novelty = new Novelty(task);
        state = new int[task.variables];
        next = new int[task.variables];
        applicable = new int[task.actions()];
        facts = new int[task.facts()];
    }

    @Override
    public int @Nullable [] plan() {
        return plan;
    }

    @Override
    public String name() {
        return "best-first width search over landmarks";
    }

    @Override
    public boolean advance(long work) {
        long end = done + work;
        if (states.size() == 0) {
            System.arraycopy(task.initial, 0, state, 0, task.variables);
            derived.complete(state);
            if (visit(states.add(state, -1, -1), -1, state)) {
                return true;
            }
        }
        while (done < end) {
            if (queue.isEmpty()) {
                return true;
            }
            int id = (int) queue.remove();
            states.state(id, state);
            watch.expand();
            counts.expanded++;
            int n = successors.find(state, applicable);
            counts.generated += n;
            for (int i = 0; i < n; i++) {
                task.apply(applicable[i], state, next);
                done += 2 + task.variables / 16;
                int made = states.add(next, id, applicable[i]);
                if (made >= 0) {
                    derived.complete(next);
                    if (visit(made, id, next)) {
                        return true;
                    }
                }
            }
            watch.check();
        }
        return false;
    }

    /** Classes a new state and queues it; returns whether it fulfils the goal. */
    private boolean visit(int id, int parent, int[] at) {
        if (task.isGoal(at)) {
            plan = states.path(id);
            return true;
        }
        done += lacking.work() + task.variables / 2;
        long count = lacking.estimate(at, id, parent);
        notes.set(id, 0, count);
        long best = parent < 0 ? Long.MAX_VALUE : notes.get(parent, 1) >>> 32;
        long which = parent < 0 ? 0 : notes.get(parent, 1) & 0xffffffffL;
        long seen = parent < 0 ? 0 : notes.get(parent, 2);
        if (count < best) {
            done += relaxed.work();
            counts.evaluated++;
            if (relaxed.work() > LONG) {
                watch.checkNow();
            }
            if (relaxed.estimate(at) == Heuristic.DEAD_END) {
                return false;
            }
            best = count;
            which = keep();
            seen = 0;
        } else {
            seen = see(plans[(int) which], at, seen);
        }
        notes.set(id, 1, best << 32 | which);
        notes.set(id, 2, seen);
        long kind = kind(count, seen);
        boolean isSame = parent >= 0 && kind(notes.get(parent, 0), notes.get(parent, 2)) == kind;
        int rank = novelty.enter(kind, at, parent < 0 ? null : state, isSame);
        queue.add((rank - 1) * LACKING + (int) Math.min(count, LACKING - 1), id);
        return false;
    }

    private static long kind(long count, long seen) {
        return count << 8 | Long.bitCount(seen);
    }

    private long keep() {
        if (planCount == plans.length) {
            plans = Arrays.copyOf(plans, planCount * 2);
        }
        int n = relaxed.relaxedFacts(facts);
        plans[planCount] = Arrays.copyOf(facts, n);
        return planCount++;
    }

    /** Marks facts of a relaxed plan that hold; facts beyond the 64th share marks. */
    private long see(int[] wanted, int[] at, long before) {
        long seen = before;
        for (int i = 0; i < wanted.length; i++) {
            if (task.holds(wanted[i], at)) {
                seen |= 1L << i;
            }
        }
        return seen;
    }
}
