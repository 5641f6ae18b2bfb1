package dev.clew.plans.pddl.heuristics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.plans.pddl.Pddl;
import dev.clew.plans.pddl.RandomTask;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.grounding.Grounder;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** hmax, LM-cut, h+ and the true cost stand in this order in each state of small random tasks. */
class AdmissibleTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_124);
    private static final int MOST_STATES = 150;
    private static final int MOST_SETS = 400;

    private int states;
    private int atWork;
    private int relaxed;
    private int strictlyMore;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void standInOrderBelowTheTrueCost(boolean isRich) {
        for (int i = 0; i < Integer.getInteger("clew.tasks", 1_000); i++) {
            long seed = SEED + 100_000 + i;
            RandomTask random = new RandomTask(seed, isRich, i % 2 == 0);
            String domain = random.wholeDomain();
            String problem = random.problem();
            Task task = Grounder.ground(Pddl.parse(domain, problem), Watch.none());
            if (task != null) {
                compare(task, "seed " + seed + "\n" + domain + problem);
            }
        }
        assertThat(states).isGreaterThan(250);
        assertThat(atWork).isGreaterThan(100);
        assertThat(relaxed).isGreaterThan(100);
        assertThat(strictlyMore).isGreaterThan(10);
    }

    private void compare(Task task, String name) {
        List<int[]> all = new ArrayList<>();
        int @Nullable [] least = leastCosts(task, all);
        if (least == null) {
            return;
        }
        Heuristic blind = new BlindHeuristic(task);
        Heuristic max = new MaxHeuristic(new Relaxation(task));
        Heuristic cut = new LandmarkCut(new Relaxation(task));
        PlainCut plain = new PlainCut(task);
        for (int s = 0; s < all.size(); s += 1 + all.size() / 20) {
            int[] state = all.get(s);
            int hmax = max.estimate(state);
            int lmcut = cut.estimate(state);
            String at = name + " state " + s;
            assertThat(hmax).as(at).isEqualTo(plain.hmax(state));
            assertThat(lmcut).as(at).isEqualTo(plain.landmarkCut(state));
            assertThat(hmax).as(at).isLessThanOrEqualTo(lmcut);
            assertThat(blind.estimate(state)).as(at).isLessThanOrEqualTo(least[s]);
            assertThat(lmcut).as(at).isLessThanOrEqualTo(least[s]);
            Integer plus = plain.relaxedCost(state, MOST_SETS);
            if (plus != null) {
                assertThat(lmcut).as(at).isLessThanOrEqualTo(plus);
                assertThat(plus).as(at).isLessThanOrEqualTo(least[s]);
                relaxed++;
            }
            states++;
            atWork += lmcut > 0 && lmcut < Heuristic.DEAD_END ? 1 : 0;
            strictlyMore += lmcut > hmax ? 1 : 0;
        }
    }

    /** The true costs of all states that can be reached, by Bellman and Ford; null if too many. */
    private static int @Nullable [] leastCosts(Task task, List<int[]> all) {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        List<int[]> arcs = new ArrayList<>();
        Derived derived = new Derived(task);
        Successors successors = new Successors(task);
        int[] first = task.initial.clone();
        derived.complete(first);
        numbers.put(key(first), 0);
        all.add(first);
        int[] found = new int[task.actions()];
        for (int s = 0; s < all.size(); s++) {
            int n = successors.find(all.get(s), found);
            for (int i = 0; i < n; i++) {
                int[] next = new int[task.variables];
                task.apply(found[i], all.get(s), next);
                derived.complete(next);
                Integer known = numbers.putIfAbsent(key(next), all.size());
                if (known == null) {
                    all.add(next);
                }
                arcs.add(new int[] {s, numbers.get(key(next)), task.costs[found[i]]});
            }
            if (all.size() > MOST_STATES) {
                return null;
            }
        }
        int[] least = new int[all.size()];
        for (int s = 0; s < least.length; s++) {
            least[s] = task.isGoal(all.get(s)) ? 0 : Heuristic.DEAD_END;
        }
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (int[] arc : arcs) {
                if (least[arc[1]] < Heuristic.DEAD_END && least[arc[1]] + arc[2] < least[arc[0]]) {
                    least[arc[0]] = least[arc[1]] + arc[2];
                    isChanged = true;
                }
            }
        }
        return least;
    }

    private static List<Integer> key(int[] state) {
        List<Integer> key = new ArrayList<>();
        for (int value : state) {
            key.add(value);
        }
        return key;
    }
}
