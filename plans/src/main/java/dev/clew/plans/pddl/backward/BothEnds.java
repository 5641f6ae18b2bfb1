package dev.clew.plans.pddl.backward;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.search.Counts;
import dev.clew.plans.pddl.search.UniformCost;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Uniform-cost search from both ends (Pohl, <i>Bi-directional search</i>, Machine Intelligence 6,
 * 1971): states from the initial one, sets of facts from the goal. They meet where a set holds in a
 * state. A plan is the cheapest as soon as the least cost of an open state and that of an open set
 * together are no less.
 *
 * <p>Each side is expanded by layers of one cost, the side with less to do first. New states are
 * compared with all sets; new sets only with open states. That is enough: of a plan that is cheaper
 * than both open costs together, some state is open and what remains to be done from there is less
 * than the least cost of an open set, so the set that stands for it is known. A set that contains
 * another one that is no dearer is left out.
 */
public final class BothEnds {
    /** How many comparisons with new sets count as much as an expansion. */
    private static final int COMPARISONS = 32;

    private final Task task;
    private final Regression regression;
    private final Watch watch;
    private final Counts counts;
    private final UniformCost states;

    /** The sets, how each was made, and those that are open by their costs. */
    private final List<int[]> sets = new ArrayList<>();

    private final List<Made> made = new ArrayList<>();
    private final SetTree all;
    private SetTree fresh;
    private final TreeMap<Integer, ArrayList<Integer>> open = new TreeMap<>();
    private int best = Integer.MAX_VALUE;
    private long bound;
    private int bestState = -1;
    private int bestSet = -1;

    /**
     * How a set was made: what it costs from there to the goal, and by which action comes which.
     */
    private record Made(int cost, int action, int next) {}

    /** A search in a task that can be turned round. */
    public BothEnds(Task task, Regression regression, Watch watch, Counts counts) {
        this.task = task;
        this.regression = regression;
        this.watch = watch;
        this.counts = counts;
        states = new UniformCost(task, watch, counts);
        all = new SetTree(task.variableOf, task.firstFact);
        fresh = new SetTree(task.variableOf, task.firstFact);
    }

    /** No plan costs less than this, as far as was found out. */
    public long bound() {
        return Math.min(best, bound);
    }

    private long bothLeast() {
        long ahead = states.least();
        return open.isEmpty() || ahead == Integer.MAX_VALUE
                ? Integer.MAX_VALUE
                : ahead + open.firstKey();
    }

    /** The actions of a cheapest plan, or null if there is none. */
    public int @Nullable [] run() {
        enter(regression.goal(), new Made(0, Regression.RULE, -1));
        states.start(this::meet);
        while (bothLeast() < best) {
            bound = bothLeast();
            ArrayList<Integer> layer = open.firstEntry().getValue();
            long behind = layer.size() + states.open() / COMPARISONS;
            if (states.leastOpen() <= behind) {
                states.expandLayer(this::meet);
            } else {
                expandLayer();
            }
        }
        return best == Integer.MAX_VALUE ? null : path();
    }

    /** Compares a state with all sets. */
    private void meet(int id, int cost, int[] state) {
        meet(all, id, cost, state);
    }

    private void meet(SetTree tree, int id, int cost, int[] state) {
        int set = cost < best ? tree.find(state, best - cost) : -1;
        if (set >= 0) {
            best = cost + tree.foundCost();
            bestState = id;
            bestSet = set;
        }
    }

    private void expandLayer() {
        int cost = open.firstKey();
        fresh = new SetTree(task.variableOf, task.firstFact);
        // Actions without cost add to the layer while it is expanded.
        while (!open.isEmpty() && open.firstKey() == cost) {
            for (int set : open.pollFirstEntry().getValue()) {
                expand(set);
            }
        }
        states.visitOpen((id, g, state) -> meet(fresh, id, g, state));
    }

    private void expand(int set) {
        watch.expand();
        counts.expanded++;
        int cost = made.get(set).cost();
        regression.regress(
                sets.get(set),
                (action, facts) -> {
                    counts.generated++;
                    int more = action == Regression.RULE ? 0 : task.costs[action];
                    enter(facts, new Made(UniformCost.sum(cost, more), action, set));
                });
    }

    private void enter(int[] facts, Made how) {
        int[] values = new int[task.variables];
        Arrays.fill(values, -1);
        for (int fact : facts) {
            int v = task.variableOf[fact];
            values[v] = fact - task.firstFact[v];
        }
        if (all.find(values, how.cost() + 1) >= 0) {
            return;
        }
        int number = sets.size();
        sets.add(facts);
        made.add(how);
        all.add(facts, number, how.cost());
        fresh.add(facts, number, how.cost());
        open.computeIfAbsent(how.cost(), c -> new ArrayList<>()).add(number);
    }

    private int[] path() {
        int[] before = states.path(bestState);
        int[] path = Arrays.copyOf(before, before.length + sets.size());
        int n = before.length;
        for (int set = bestSet; made.get(set).next() >= 0; set = made.get(set).next()) {
            if (made.get(set).action() != Regression.RULE) {
                path[n++] = made.get(set).action();
            }
        }
        return Arrays.copyOf(path, n);
    }
}
