package dev.clew.goals.graph;

import dev.clew.goals.Event;
import dev.clew.goals.Expansion;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The graph of a problem as it grows, goal by goal. */
public final class Growth<G> {
    private final Problem<G> problem;
    private final @Nullable Consumer<? super Event<G>> listener;
    private final GoalGraph<G> graph = new GoalGraph<>();
    private final Proved<G> proved = new Proved<>(graph);
    private final Map<Integer, RuntimeException> failures = new HashMap<>();
    private final List<IntConsumer> watchers = new ArrayList<>();
    private final int root;
    private int[] premises = new int[16];
    private long expansions;
    private long calls;
    private double money;

    /** The graph with nothing but the goal of the problem. */
    public Growth(Problem<G> problem, @Nullable Consumer<? super Event<G>> listener) {
        this.problem = problem;
        this.listener = listener;
        this.root = graph.add(problem.goal(), problem.given());
        proved.added();
    }

    /** The problem. */
    public Problem<G> problem() {
        return problem;
    }

    /** The graph so far. */
    public GoalGraph<G> graph() {
        return graph;
    }

    /** The proofs so far. */
    public Proved<G> proved() {
        return proved;
    }

    /** The number of the goal of the problem. */
    public int root() {
        return root;
    }

    /** The goals that the expander failed on, by their numbers. */
    public Map<Integer, RuntimeException> failures() {
        return failures;
    }

    /** How many goals were expanded. */
    public long expansions() {
        return expansions;
    }

    /** How many calls the expander made. */
    public long calls() {
        return calls;
    }

    /** What the calls cost. */
    public double money() {
        return money;
    }

    /** Whoever wants to be told of each goal that was expanded. */
    public void watch(IntConsumer watcher) {
        watchers.add(watcher);
    }

    /** Tells the listener, if there is one. */
    public void tell(Event<G> event) {
        if (listener != null) {
            listener.accept(event);
        }
    }

    /** Whether anybody listens. */
    public boolean isHeard() {
        return listener != null;
    }

    /** Expands open goals. */
    public void expand(int[] goals, int count) {
        List<G> batch = count == 1 ? List.of(graph.goal(goals[0])) : values(goals, count);
        List<Expansion<G>> found = problem.by().expandAll(batch);
        if (found.size() != count) {
            throw new IllegalStateException(
                    "The expander was asked about "
                            + count
                            + " goals and answered about "
                            + found.size()
                            + ".");
        }
        for (int i = 0; i < count; i++) {
            enter(goals[i], found.get(i));
        }
    }

    private List<G> values(int[] goals, int count) {
        List<G> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(graph.goal(goals[i]));
        }
        return values;
    }

    /** Enters what was found of an open goal. */
    public void enter(int goal, Expansion<G> expansion) {
        expansions++;
        calls += expansion.spent().calls();
        money += expansion.spent().money();
        if (expansion.failure() != null) {
            failures.put(goal, expansion.failure());
        }
        int next = 0;
        for (Step<G> step : expansion.steps()) {
            for (G premise : step.premises()) {
                if (next == premises.length) {
                    premises = Arrays.copyOf(premises, 2 * next);
                }
                premises[next++] = graph.add(premise, problem.given());
            }
        }
        graph.expand(goal, expansion.steps(), premises);
        proved.added();
        proved.expanded(goal);
        for (int i = 0; i < watchers.size(); i++) {
            watchers.get(i).accept(goal);
        }
        if (listener != null) {
            RuntimeException failure = expansion.failure();
            tell(
                    failure != null
                            ? new Event.Failed<>(graph.goal(goal), failure)
                            : new Event.Expanded<>(graph.goal(goal), expansion.steps()));
        }
    }
}
