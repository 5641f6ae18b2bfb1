package dev.clew.plans.pddl.heuristics;

import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * The delete relaxation written down plainly, with sets and without any economy: landmark cuts, and
 * the true cost of relaxed plans.
 */
final class PlainCut {
    /** One effect of an action, or a rule (action -1); the goal has a step of its own. */
    private record Step(Set<Integer> needs, Set<Integer> makes, int action) {}

    private final Task task;
    private final List<Step> steps = new ArrayList<>();
    private final int goal;
    private final int start;

    PlainCut(Task task) {
        this.task = task;
        goal = task.facts();
        start = task.facts() + 1;
        for (int a = 0; a < task.actions(); a++) {
            Set<Integer> needs = set(task.conditions.row(a));
            steps.add(new Step(needs, set(task.results.row(a)), a));
            for (int e : task.effects.row(a)) {
                Set<Integer> all = new TreeSet<>(needs);
                all.addAll(set(task.effectConditions.row(e)));
                steps.add(new Step(all, Set.of(task.effectResults[e]), a));
            }
        }
        for (int r = 0; r < task.axiomResults.length; r++) {
            Set<Integer> needs = set(task.axiomConditions.row(r));
            steps.add(new Step(needs, Set.of(task.axiomResults[r]), -1));
        }
        steps.add(new Step(set(task.goal), Set.of(goal), -1));
        for (Step s : steps) {
            if (s.needs().isEmpty()) {
                s.needs().add(start);
            }
        }
    }

    private static Set<Integer> set(int[] facts) {
        Set<Integer> set = new TreeSet<>();
        for (int f : facts) {
            set.add(f);
        }
        return set;
    }

    private Set<Integer> holding(int[] state) {
        Set<Integer> facts = new HashSet<>();
        facts.add(start);
        for (int v = 0; v < task.variables; v++) {
            facts.add(task.fact(v, state[v]));
            if (v >= task.primary) {
                facts.add(task.fact(v, 1));
            }
        }
        return facts;
    }

    private static int cost(Step s, int[] costs) {
        return s.action() < 0 ? 0 : costs[s.action()];
    }

    /** Values of hmax as a least fixed point; facts that cannot be reached have none. */
    private Map<Integer, Integer> values(int[] state, int[] costs) {
        Map<Integer, Integer> values = new HashMap<>();
        for (int f : holding(state)) {
            values.put(f, 0);
        }
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (Step s : steps) {
                if (values.keySet().containsAll(s.needs())) {
                    int value = of(values, dearest(s, values)) + cost(s, costs);
                    for (int f : s.makes()) {
                        if (!values.containsKey(f) || value < values.get(f)) {
                            values.put(f, value);
                            isChanged = true;
                        }
                    }
                }
            }
        }
        return values;
    }

    /** The dearest condition; of several the one with the least number. */
    private static int dearest(Step s, Map<Integer, Integer> values) {
        int best = -1;
        for (int f : new TreeSet<>(s.needs())) {
            if (best < 0 || of(values, f) > of(values, best)) {
                best = f;
            }
        }
        return best;
    }

    int hmax(int[] state) {
        return values(state, task.costs).getOrDefault(goal, Heuristic.DEAD_END);
    }

    /** LM-cut as in section 5 of the paper, or hmax where that is more. */
    int landmarkCut(int[] state) {
        int[] costs = task.costs.clone();
        int hmax = hmax(state);
        if (hmax == Heuristic.DEAD_END) {
            return hmax;
        }
        int total = 0;
        while (true) {
            Map<Integer, Integer> values = values(state, costs);
            if (of(values, goal) == 0) {
                return Math.max(total, hmax);
            }
            Set<Integer> beyond = new HashSet<>(Set.of(goal));
            while (true) {
                Set<Integer> more = new HashSet<>();
                for (Step s : steps) {
                    if (isReached(s, values) && cost(s, costs) == 0 && meets(s, beyond)) {
                        more.add(dearest(s, values));
                    }
                }
                if (!beyond.addAll(more)) {
                    break;
                }
            }
            Set<Integer> before = holding(state);
            while (true) {
                Set<Integer> more = new HashSet<>();
                for (Step s : steps) {
                    if (isReached(s, values)
                            && before.contains(dearest(s, values))
                            && !meets(s, beyond)) {
                        more.addAll(s.makes());
                    }
                }
                if (!before.addAll(more)) {
                    break;
                }
            }
            Set<Integer> actions = new HashSet<>();
            int least = Integer.MAX_VALUE;
            for (Step s : steps) {
                if (isReached(s, values)
                        && before.contains(dearest(s, values))
                        && meets(s, beyond)) {
                    actions.add(s.action());
                    least = Math.min(least, cost(s, costs));
                }
            }
            for (int a : actions) {
                costs[a] -= least;
            }
            total += least;
        }
    }

    private static boolean isReached(Step s, Map<Integer, Integer> values) {
        return values.keySet().containsAll(s.needs());
    }

    private static boolean meets(Step s, Set<Integer> facts) {
        return s.makes().stream().anyMatch(facts::contains);
    }

    private record Open(BitSet facts, int cost) {}

    /** h+: Dijkstra's search without deletions; null if there are too many sets. */
    @Nullable Integer relaxedCost(int[] state, int mostSets) {
        BitSet first = new BitSet();
        holding(state).forEach(first::set);
        Map<BitSet, Integer> known = new HashMap<>();
        PriorityQueue<Open> open = new PriorityQueue<>((a, b) -> a.cost() - b.cost());
        close(first);
        known.put(first, 0);
        open.add(new Open(first, 0));
        while (!open.isEmpty()) {
            Open next = open.remove();
            if (next.cost() > of(known, next.facts())) {
                continue;
            } else if (next.facts().get(goal)) {
                return next.cost();
            } else if (known.size() > mostSets) {
                return null;
            }
            for (int a = 0; a < task.actions(); a++) {
                BitSet after = (BitSet) next.facts().clone();
                for (Step s : steps) {
                    if (s.action() == a && s.needs().stream().allMatch(next.facts()::get)) {
                        s.makes().forEach(after::set);
                    }
                }
                close(after);
                int cost = next.cost() + task.costs[a];
                if (cost < known.getOrDefault(after, Integer.MAX_VALUE)) {
                    known.put(after, cost);
                    open.add(new Open(after, cost));
                }
            }
        }
        return Heuristic.DEAD_END;
    }

    private void close(BitSet facts) {
        boolean isChanged = true;
        while (isChanged) {
            int before = facts.cardinality();
            for (Step s : steps) {
                if (s.action() < 0 && s.needs().stream().allMatch(facts::get)) {
                    s.makes().forEach(facts::set);
                }
            }
            isChanged = facts.cardinality() > before;
        }
    }

    private static <K> int of(Map<K, Integer> values, K key) {
        return Objects.requireNonNull(values.get(key));
    }
}
