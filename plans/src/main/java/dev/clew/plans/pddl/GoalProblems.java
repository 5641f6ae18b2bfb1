package dev.clew.plans.pddl;

import dev.clew.goals.Estimate;
import dev.clew.goals.Moves;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;
import dev.clew.goals.proofs.Proof;
import dev.clew.plans.pddl.backward.PairMutexes;
import dev.clew.plans.pddl.backward.Regression;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.grounding.Grounder;
import dev.clew.plans.pddl.heuristics.MaxHeuristic;
import dev.clew.plans.pddl.heuristics.Relaxation;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.states.Derived;
import dev.clew.plans.pddl.states.Successors;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A planning task as problems of the goal graph, for any strategy of {@link dev.clew.goals.Search}.
 *
 * <pre>{@code
 * GoalProblems problems = GoalProblems.of(task);
 * if (problems != null
 *         && Search.of(problems.backward()).run() instanceof Outcome.Achieved<GoalSet> found) {
 *     System.out.println(GoalProblems.actions(found.proof()));
 * }
 * }</pre>
 *
 * <p>Backward, a goal is a set of facts and each step an action with what must hold before it; sets
 * with a mutex are left out. The estimate of a set is hmax from the initial state, which is
 * admissible. Forward, a goal is a whole state, from which the goal of the task is to be reached.
 */
public final class GoalProblems {
    private final Task task;
    private final Regression regression;
    private final int[] initial;
    private final int[] values;

    /**
     * Looks at a ground task from both ends.
     *
     * @throws Unsupported if it cannot be searched from its goal
     */
    GoalProblems(Task task, Watch watch) {
        this.task = task;
        regression = new Regression(task, new PairMutexes(task, watch), watch);
        initial = task.initial.clone();
        new Derived(task).complete(initial);
        values = new MaxHeuristic(new Relaxation(task)).values(initial);
    }

    /**
     * Grounds a task and turns it round; null if the goal is out of reach even if nothing is ever
     * deleted.
     *
     * @throws Unsupported if the task asks for a derived fact not to hold, which a search from the
     *     goal cannot tell
     */
    public static @Nullable GoalProblems of(PlanningTask task) {
        Watch watch = Watch.none();
        Task ground = Grounder.ground(task, watch);
        return ground == null ? null : new GoalProblems(ground, watch);
    }

    /** From the goal: sets of facts. */
    public Problem<GoalSet> backward() {
        return new Problem<>(
                new GoalSet(task, regression.goal()),
                set -> regression.holds(set.numbers(), initial),
                ((Moves<GoalSet>) this::before).expander(),
                Estimate.admissible(this::estimate));
    }

    private List<Moves.Move<GoalSet>> before(GoalSet set) {
        List<Moves.Move<GoalSet>> moves = new ArrayList<>();
        regression.regress(
                set.numbers(),
                (action, facts) -> {
                    if (action == Regression.RULE) {
                        moves.add(new Moves.Move<>("rule", new GoalSet(task, facts), 0, null));
                    } else {
                        moves.add(move(action, new GoalSet(task, facts)));
                    }
                });
        return moves;
    }

    private Moves.Move<GoalSet> move(int action, GoalSet set) {
        double cost = task.costs[action];
        return new Moves.Move<>(task.actionName(action), set, cost, action);
    }

    private double estimate(GoalSet set) {
        int most = 0;
        for (int fact : set.numbers()) {
            most = Math.max(most, values[fact]);
        }
        return most == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : most;
    }

    /** From the initial state: whole states, each to be led to the goal of the task. */
    public Problem<GoalSet> forward() {
        return forward(task, initial);
    }

    private static Problem<GoalSet> forward(Task task, int[] initial) {
        Successors successors = new Successors(task);
        Derived derived = new Derived(task);
        int[] applicable = new int[task.actions()];
        Moves<GoalSet> after =
                set -> {
                    int[] state = state(task, set);
                    int n = successors.find(state, applicable);
                    List<Moves.Move<GoalSet>> moves = new ArrayList<>(n);
                    for (int i = 0; i < n; i++) {
                        int[] next = new int[task.variables];
                        int action = applicable[i];
                        task.apply(action, state, next);
                        derived.complete(next);
                        String name = task.actionName(action);
                        double cost = task.costs[action];
                        moves.add(new Moves.Move<>(name, whole(task, next), cost, action));
                    }
                    return moves;
                };
        return new Problem<>(
                whole(task, initial), set -> task.isGoal(state(task, set)), after.expander());
    }

    private static GoalSet whole(Task task, int[] state) {
        int[] facts = new int[state.length];
        for (int v = 0; v < facts.length; v++) {
            facts[v] = task.fact(v, state[v]);
        }
        return new GoalSet(task, facts);
    }

    private static int[] state(Task task, GoalSet whole) {
        int[] facts = whole.numbers();
        int[] state = new int[facts.length];
        for (int v = 0; v < state.length; v++) {
            state[v] = facts[v] - task.firstFact[v];
        }
        return state;
    }

    Regression regression() {
        return regression;
    }

    /** The actions of a proof of {@link #backward}, in the order in which they are done. */
    public static List<String> actions(Proof<GoalSet> proof) {
        List<String> names = new ArrayList<>();
        for (Step<GoalSet> step : proof.steps()) {
            if (step.evidence() != null) {
                names.add(step.name());
            }
        }
        return names;
    }

    /** The same as numbers. */
    static int[] numbers(Proof<GoalSet> proof) {
        return proof.steps().stream()
                .filter(step -> step.evidence() != null)
                .mapToInt(step -> (Integer) step.evidence())
                .toArray();
    }
}
