package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.states.Rows;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Landmarks: facts that hold at some time in every plan, or sets of facts of which one does. They
 * are found backward from the goal: what all steps need that may make a landmark true for the first
 * time is a landmark as well (Hoffmann, Porteous and Sebastia, <i>Ordered landmarks in
 * planning</i>, JAIR 22, 2004; Richter and Westphal, <i>The LAMA planner</i>, JAIR 39, 2010,
 * section 4). Which steps these are tells an exploration without the landmark; facts out of its
 * reach come after the landmark in every plan.
 */
public final class LandmarkGraph {
    /** Larger sets of alternatives say little. */
    private static final int MOST_ALTERNATIVES = 4;

    /** How many steps may be looked at in all; then the landmarks found so far must do. */
    private static final long MOST_WORK = 150_000_000;

    private static final int MOST_LANDMARKS = 8_000;

    /** Between so many landmarks reasonable orders are looked for. */
    private static final int MOST_REASONABLE = 3_000;

    /** How much work the search for reasonable orders may be. */
    private static final long MOST_ORDERING = 60_000_000;

    private final Relaxation relaxation;
    private final Task task;
    private final Watch watch;

    /** Steps by the facts that they make true. */
    private final Rows achievers;

    private final List<int[]> found = new ArrayList<>();
    private final List<BitSet> after = new ArrayList<>();
    private final int[] landmarkOf;
    private final boolean[] isInitial;
    private final @Nullable String[] predicates;
    private final List<long[]> needed = new ArrayList<>();
    private long work;

    private final int[] missing;
    private final int[] queue;
    private final boolean[] isReached;

    /** Per landmark its facts. */
    final int[][] facts;

    /** Per landmark the set of those that come before it. */
    final long[][] before;

    /** Per landmark those of which it is needed directly before. */
    final int[][] neededFor;

    /** The landmarks of a task. */
    public LandmarkGraph(Relaxation relaxation, Watch watch) {
        this.relaxation = relaxation;
        this.task = relaxation.task;
        this.watch = watch;
        achievers = relaxation.results.inverted(task.facts());
        landmarkOf = new int[task.facts()];
        Arrays.fill(landmarkOf, -1);
        predicates = new String[task.facts()];
        isInitial = new boolean[task.facts()];
        for (int v = 0; v < task.variables; v++) {
            isInitial[task.fact(v, task.initial[v])] = v < task.primary;
        }
        for (int fact : relaxation.given) {
            isInitial[fact] = true;
        }
        missing = new int[relaxation.steps];
        queue = new int[task.facts()];
        isReached = new boolean[task.facts()];
        for (int fact : task.goal) {
            add(fact);
        }
        for (int i = 0; i < found.size() && work < MOST_WORK; i++) {
            chain(i);
        }
        int n = found.size();
        facts = found.toArray(new int[0][]);
        Orders orders = new Orders(n);
        for (long[] pair : needed) {
            orders.add((int) pair[0], (int) pair[1], true);
        }
        naturally(orders);
        if (n <= MOST_REASONABLE) {
            reasonably(orders);
        }
        before = orders.before();
        neededFor = orders.neededFor();
    }

    /** How many landmarks there are. */
    public int size() {
        return facts.length;
    }

    /** The facts of a landmark: at some time in every plan one of them holds. */
    public int[] facts(int landmark) {
        return facts[landmark].clone();
    }

    private int add(int fact) {
        if (landmarkOf[fact] < 0) {
            landmarkOf[fact] = found.size();
            found.add(new int[] {fact});
        }
        return landmarkOf[fact];
    }

    /** Finds what must come before a landmark. */
    private void chain(int landmark) {
        int[] of = found.get(landmark);
        for (int fact : of) {
            if (isInitial[fact]) {
                return;
            }
        }
        explore(of);
        BitSet later = new BitSet();
        for (int f = 0; f < isReached.length; f++) {
            if (!isReached[f]) {
                later.set(f);
            }
        }
        while (after.size() < landmark) {
            after.add(new BitSet());
        }
        after.add(later);
        int @Nullable [] shared = null;
        Map<String, BitSet> alternatives = new HashMap<>();
        for (int fact : of) {
            for (int i = achievers.start(fact); i < achievers.end(fact); i++) {
                int step = achievers.at(i);
                if (missing[step] > 0) {
                    continue;
                }
                int[] needs = relaxation.conditions.row(step);
                alternatives = alternatives(alternatives, needs, shared == null);
                shared = shared == null ? needs : intersection(shared, needs);
            }
        }
        if (shared == null || found.size() > MOST_LANDMARKS) {
            return;
        }
        for (int fact : shared) {
            needed.add(new long[] {add(fact), landmark});
        }
        for (BitSet set : alternatives.values()) {
            alternative(set, landmark);
        }
    }

    /** Enters a set of alternatives, if it says something new. */
    private void alternative(BitSet set, int landmark) {
        if (set.cardinality() < 2) {
            return;
        }
        int[] members = set.stream().toArray();
        for (int fact : members) {
            if (landmarkOf[fact] >= 0 || isInitial[fact]) {
                return;
            }
        }
        int id = found.size();
        for (int fact : members) {
            landmarkOf[fact] = id;
        }
        found.add(members);
        needed.add(new long[] {id, landmark});
    }

    private Map<String, BitSet> alternatives(
            Map<String, BitSet> sets, int[] needs, boolean isFirst) {
        Map<String, BitSet> here = new HashMap<>();
        for (int fact : needs) {
            String predicate = predicate(fact);
            if (isFirst || sets.containsKey(predicate)) {
                here.computeIfAbsent(predicate, p -> new BitSet()).set(fact);
            }
        }
        for (Map.Entry<String, BitSet> entry : here.entrySet()) {
            BitSet earlier = sets.get(entry.getKey());
            if (earlier != null) {
                entry.getValue().or(earlier);
            }
        }
        here.values().removeIf(set -> set.cardinality() > MOST_ALTERNATIVES);
        return here;
    }

    private String predicate(int fact) {
        String predicate = predicates[fact];
        if (predicate == null) {
            String name = task.factName(fact);
            int end = name.indexOf(' ');
            predicate = end < 0 ? name : name.substring(0, end);
            predicates[fact] = predicate;
        }
        return predicate;
    }

    private static int[] intersection(int[] left, int[] right) {
        int n = 0;
        int[] both = new int[left.length];
        for (int l : left) {
            for (int r : right) {
                if (l == r) {
                    both[n++] = l;
                    break;
                }
            }
        }
        return Arrays.copyOf(both, n);
    }

    /** Finds what can be reached if these facts never hold. */
    private void explore(int[] without) {
        watch.checkNow();
        Arrays.fill(isReached, false);
        int n = 0;
        for (int s = 0; s < missing.length; s++) {
            missing[s] = relaxation.conditions.length(s);
        }
        work += missing.length / 4 + isReached.length / 4;
        for (int fact : without) {
            isReached[fact] = true;
        }
        for (int f = 0; f < isInitial.length; f++) {
            if (isInitial[f] && !isReached[f]) {
                isReached[f] = true;
                queue[n++] = f;
            }
        }
        for (int step : relaxation.free) {
            n = reach(step, n);
        }
        for (int i = 0; i < n; i++) {
            int fact = queue[i];
            work += relaxation.needing.length(fact);
            for (int j = relaxation.needing.start(fact); j < relaxation.needing.end(fact); j++) {
                int step = relaxation.needing.at(j);
                if (--missing[step] == 0) {
                    n = reach(step, n);
                }
            }
        }
        for (int fact : without) {
            isReached[fact] = false;
        }
    }

    private int reach(int step, int n) {
        int count = n;
        for (int i = relaxation.results.start(step); i < relaxation.results.end(step); i++) {
            int fact = relaxation.results.at(i);
            if (!isReached[fact]) {
                isReached[fact] = true;
                queue[count++] = fact;
            }
        }
        return count;
    }

    /** What is out of reach without a landmark comes after it. */
    private void naturally(Orders orders) {
        for (int l = 0; l < after.size(); l++) {
            BitSet later = after.get(l);
            if (later.isEmpty()) {
                continue;
            }
            for (int m = 0; m < facts.length; m++) {
                if (m != l && isAll(later, facts[m]) && !isWithin(facts[m], facts[l])) {
                    orders.add(l, m, false);
                }
            }
        }
    }

    private static boolean isAll(BitSet set, int[] members) {
        for (int member : members) {
            if (!set.get(member)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(int[] part, int[] whole) {
        for (int member : part) {
            boolean is = false;
            for (int other : whole) {
                is |= other == member;
            }
            if (!is) {
                return false;
            }
        }
        return true;
    }

    /**
     * Orders that plans need not keep but do well to keep: where a landmark would have to be given
     * up for another one and is wanted afterwards, the other one comes first.
     */
    private void reasonably(Orders orders) {
        boolean[] isGoal = new boolean[facts.length];
        for (int fact : task.goal) {
            isGoal[landmarkOf[fact]] = true;
        }
        for (int second = 0; second < facts.length; second++) {
            if (facts[second].length > 1) {
                continue;
            }
            BitSet firsts = new BitSet();
            if (isGoal[second]) {
                for (int l = 0; l < facts.length; l++) {
                    if (isGoal[l]) {
                        firsts.set(l);
                    }
                }
            }
            for (int then : orders.neededFor(second)) {
                firsts.or(orders.before(then));
            }
            firsts.clear(second);
            for (int first = firsts.nextSetBit(0);
                    first >= 0;
                    first = firsts.nextSetBit(first + 1)) {
                if (orders.work > MOST_ORDERING) {
                    return;
                }
                watch.check();
                if (facts[first].length == 1
                        && !orders.before(second).get(first)
                        && isSpoilt(facts[second][0], first, orders)
                        && !orders.isAfter(first, second)) {
                    orders.add(first, second, false);
                }
            }
        }
    }

    /** Whether a fact cannot outlast that another landmark is reached. */
    private boolean isSpoilt(int fact, int by, Orders orders) {
        int other = facts[by][0];
        if (isExcluded(fact, other)) {
            return true;
        }
        for (int l = orders.before(by).nextSetBit(0);
                l >= 0;
                l = orders.before(by).nextSetBit(l + 1)) {
            if (orders.isNeeded(l, by)
                    && facts[l].length == 1
                    && facts[l][0] != fact
                    && isExcluded(fact, facts[l][0])) {
                return true;
            }
        }
        boolean isAny = false;
        for (int i = achievers.start(other); i < achievers.end(other); i++) {
            int action = relaxation.action[achievers.at(i)];
            if (action < 0 || !isDeleted(fact, action)) {
                return false;
            }
            isAny = true;
        }
        return isAny;
    }

    private boolean isDeleted(int fact, int action) {
        for (int i = task.results.start(action); i < task.results.end(action); i++) {
            if (isExcluded(fact, task.results.at(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcluded(int left, int right) {
        return left != right && task.variableOf[left] == task.variableOf[right];
    }

    /** Which landmark comes before which. */
    private static final class Orders {
        private final BitSet[] before;
        private final BitSet[] neededFor;
        private long work;

        Orders(int n) {
            before = new BitSet[n];
            neededFor = new BitSet[n];
            for (int i = 0; i < n; i++) {
                before[i] = new BitSet();
                neededFor[i] = new BitSet();
            }
        }

        void add(int first, int second, boolean isNeeded) {
            if (first == second) {
                return;
            }
            before[second].set(first);
            if (isNeeded) {
                neededFor[first].set(second);
            }
        }

        BitSet before(int landmark) {
            return before[landmark];
        }

        int[] neededFor(int landmark) {
            return neededFor[landmark].stream().toArray();
        }

        boolean isNeeded(int first, int second) {
            return neededFor[first].get(second);
        }

        /** Whether the one comes after the other, perhaps with others between. */
        boolean isAfter(int late, int early) {
            BitSet seen = new BitSet();
            int[] stack = new int[before.length + 1];
            int depth = 0;
            stack[depth++] = late;
            seen.set(late);
            while (depth > 0) {
                BitSet next = before[stack[--depth]];
                if (next.get(early)) {
                    return true;
                }
                next = (BitSet) next.clone();
                next.andNot(seen);
                seen.or(next);
                work += 4 + before.length / 16;
                for (int l = next.nextSetBit(0); l >= 0; l = next.nextSetBit(l + 1)) {
                    stack[depth++] = l;
                }
            }
            return false;
        }

        long[][] before() {
            long[][] words = new long[before.length][];
            for (int i = 0; i < words.length; i++) {
                words[i] = before[i].toLongArray();
            }
            return words;
        }

        int[][] neededFor() {
            return lists(neededFor);
        }

        private static int[][] lists(BitSet[] sets) {
            int[][] lists = new int[sets.length][];
            for (int i = 0; i < sets.length; i++) {
                lists[i] = sets[i].stream().toArray();
            }
            return lists;
        }
    }
}
