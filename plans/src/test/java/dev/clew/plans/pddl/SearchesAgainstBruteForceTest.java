package dev.clew.plans.pddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.grounding.Grounder;
import dev.clew.plans.pddl.heuristics.FfHeuristic;
import dev.clew.plans.pddl.heuristics.Heuristic;
import dev.clew.plans.pddl.heuristics.LandmarkGraph;
import dev.clew.plans.pddl.heuristics.LandmarkHeuristic;
import dev.clew.plans.pddl.heuristics.Relaxation;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.search.Counts;
import dev.clew.plans.pddl.search.LazySearch;
import dev.clew.plans.pddl.search.Search;
import dev.clew.plans.pddl.search.Turns;
import dev.clew.plans.pddl.search.WidthSearch;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;
import dev.clew.plans.pddl.validation.BruteForce;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

/** Each search by itself finds a plan if and only if there is one; its plans pass all landmarks. */
class SearchesAgainstBruteForceTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_125);
    private static final int MOST_STATES = 2_000;

    private int solved;
    private int impossible;
    private int landmarks;

    @Test
    void widthSearchAndLandmarkSearchAreCompleteAndPassAllLandmarks() {
        for (int i = 0; i < Integer.getInteger("clew.tasks", 300); i++) {
            RandomTask random = new RandomTask(SEED + i, i % 3 == 0, i % 2 == 0);
            String domain = random.wholeDomain();
            String problem = random.problem();
            check("seed " + (SEED + i) + "\n" + domain + problem, Pddl.parse(domain, problem));
        }
        assertThat(solved).isGreaterThan(50);
        assertThat(impossible).isGreaterThan(3);
        assertThat(landmarks).isGreaterThan(200);
    }

    private void check(String name, PlanningTask parsed) {
        BigDecimal cost = new BruteForce(parsed).leastCost(MOST_STATES);
        Task task = Grounder.ground(parsed, Watch.none());
        if (task == null || cost != null && cost.signum() < 0) {
            return;
        }
        if (cost == null) {
            impossible++;
        } else {
            solved++;
        }
        Relaxation relaxation = new Relaxation(task);
        LandmarkGraph graph = new LandmarkGraph(relaxation, Watch.none());
        for (Search search : searches(task, relaxation, graph)) {
            while (!search.advance(1)) {}
            assertThat(search.plan() != null)
                    .as(search.name() + " " + name)
                    .isEqualTo(cost != null);
            if (search.plan() != null) {
                passesAll(graph, task, search.plan(), name);
            }
        }
    }

    private static List<Search> searches(Task task, Relaxation relaxation, LandmarkGraph graph) {
        Heuristic[] both = {new FfHeuristic(relaxation, true), new LandmarkHeuristic(task, graph)};
        Successors successors = new Successors(task);
        return List.of(
                new LazySearch("lazy", task, successors, both, Watch.none(), new Counts()),
                width(task, relaxation, graph),
                new Turns(List.of(() -> width(task, relaxation, graph))));
    }

    private static Search width(Task task, Relaxation relaxation, LandmarkGraph graph) {
        return new WidthSearch(
                task,
                new Successors(task),
                new LandmarkHeuristic(task, graph),
                new FfHeuristic(relaxation, true),
                Watch.none(),
                new Counts());
    }

    /** Carries a plan out and looks whether each landmark held at some time. */
    private void passesAll(LandmarkGraph graph, Task task, int[] plan, String name) {
        boolean[] held = new boolean[task.facts()];
        int[] state = task.initial.clone();
        int[] next = task.initial.clone();
        Derived derived = new Derived(task);
        derived.complete(state);
        note(task, state, held);
        for (int action : plan) {
            assertThat(task.isApplicable(action, state)).as(name).isTrue();
            task.apply(action, state, next);
            derived.complete(next);
            note(task, next, held);
            System.arraycopy(next, 0, state, 0, state.length);
        }
        assertThat(task.isGoal(state)).as(name).isTrue();
        for (int l = 0; l < graph.size(); l++) {
            landmarks++;
            boolean is = false;
            for (int fact : graph.facts(l)) {
                is |= held[fact] || fact >= task.firstFact[task.primary];
            }
            assertThat(is)
                    .as("landmark " + task.factName(graph.facts(l)[0]) + "\n" + name)
                    .isTrue();
        }
    }

    private static void note(Task task, int[] state, boolean[] held) {
        for (int v = 0; v < state.length; v++) {
            held[task.fact(v, state[v])] = true;
        }
    }
}
