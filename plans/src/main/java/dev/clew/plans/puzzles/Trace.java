package dev.clew.plans.puzzles;

import dev.clew.goals.Event;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Listens to a search that follows one step at a time and tells what it does. The behaviours are
 * counted exactly, since they are the events of the search: to try a step is to reason backward
 * from its goal; each of its premises is compared with what is given, and one that is not given
 * becomes a subgoal; to abandon a step is to backtrack.
 *
 * <pre>{@code
 * Trace<Countdown.Goal> trace = new Trace<>(problem, Countdown.Goal::toString);
 * Search.of(problem).by(new Strategy.DepthFirst(9)).telling(trace).run();
 * System.out.print(trace.text(Wording.usual(), 1));
 * }</pre>
 */
public final class Trace<G> implements Consumer<Event<G>> {
    private final Problem<G> problem;
    private final Function<? super G, String> words;
    private final List<Thought> thoughts = new ArrayList<>();

    /** A trace of a search of a problem whose goals are called by these words. */
    public Trace(Problem<G> problem, Function<? super G, String> words) {
        this.problem = problem;
        this.words = words;
        verify(problem.goal());
    }

    @Override
    public void accept(Event<G> event) {
        switch (event) {
            case Event.Tried<G>(G goal, Step<G> step) -> tried(goal, step);
            case Event.Abandoned<G>(G goal, Step<G> step) ->
                    add(Behaviour.BACKTRACKING, goal, step.name(), false);
            case Event.Expanded<G>(G goal, List<Step<G>> steps) -> expanded(goal, steps);
            case Event.Failed<G> e -> {}
            case Event.Progress<G> e -> {}
        }
    }

    /** A step that rests on nothing but what is given needs no trial: it is taken at once. */
    private void expanded(G goal, List<Step<G>> steps) {
        for (Step<G> step : steps) {
            if (step.premises().stream().allMatch(problem.given())) {
                tried(goal, step);
                return;
            }
        }
    }

    private void tried(G goal, Step<G> step) {
        add(Behaviour.BACKWARD_CHAINING, goal, step.name(), false);
        for (G premise : step.premises()) {
            if (!verify(premise)) {
                add(Behaviour.SUBGOAL, premise, "", false);
            }
        }
    }

    private boolean verify(G goal) {
        boolean holds = problem.given().test(goal);
        add(Behaviour.VERIFICATION, goal, "", holds);
        return holds;
    }

    private void add(Behaviour behaviour, G goal, String step, boolean holds) {
        thoughts.add(new Thought(behaviour, words.apply(goal), step, holds));
    }

    /** What the search did, in order. */
    public List<Thought> thoughts() {
        return List.copyOf(thoughts);
    }

    /** How often the search showed a behaviour. */
    public long count(Behaviour behaviour) {
        return thoughts.stream().filter(t -> t.behaviour() == behaviour).count();
    }

    /** The search in words, a line for each thought; the seed chooses among the sentences. */
    public String text(Wording wording, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (Thought thought : thoughts) {
            text.append(wording.sentence(thought, random)).append('\n');
        }
        return text.toString();
    }
}
