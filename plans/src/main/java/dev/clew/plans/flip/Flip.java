package dev.clew.plans.flip;

import dev.clew.goals.Directions;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Proposes several plans, forward and flipped, and lets a verifier choose.
 *
 * @param planner proposes
 * @param verifierError how often the verifier says the opposite of what is so
 */
public record Flip(NoisyPlanner planner, double verifierError) {
    /**
     * Whether the chosen plan is right.
     *
     * @param length the length of a shortest plan
     * @param forward how many plans to propose forward
     * @param flipped how many to propose in the flipped problem
     */
    public <S> boolean isSolved(
            Transitions<S> problem, int length, int forward, int flipped, RandomGenerator random) {
        List<List<S>> proposed = new ArrayList<>();
        propose(problem, length, forward, false, proposed, random);
        propose(problem.flipped(), length, flipped, true, proposed, random);
        List<List<S>> accepted = new ArrayList<>();
        for (List<S> path : proposed) {
            boolean isPlan = problem.isPlan(path, length);
            if (random.nextDouble() < verifierError ? !isPlan : isPlan) {
                accepted.add(path);
            }
        }
        List<List<S>> from = accepted.isEmpty() ? proposed : accepted;
        return problem.isPlan(from.get(random.nextInt(from.size())), length);
    }

    private <S> void propose(
            Transitions<S> problem,
            int length,
            int count,
            boolean isFlipped,
            List<List<S>> into,
            RandomGenerator random) {
        if (count == 0) {
            return;
        }
        Map<S, Integer> distances = problem.distances(length + 1);
        for (int i = 0; i < count; i++) {
            List<S> path = planner.path(problem, distances, length, random);
            if (isFlipped) {
                Collections.reverse(path);
            }
            if (!into.contains(path)) {
                into.add(path);
            }
        }
    }

    /**
     * The end from which a search is estimated to meet fewer states: a trial of so many expansions
     * from each.
     */
    public static <S> Directions.Direction direction(Transitions<S> problem, long trial) {
        return Directions.choose(backward(problem), backward(problem.flipped()), trial).direction();
    }

    /** To be at the goal, having been at a state before it: a goal graph of states. */
    private static <S> Problem<S> backward(Transitions<S> problem) {
        return new Problem<>(
                problem.goal(),
                problem.start()::equals,
                state -> {
                    List<Step<S>> steps = new ArrayList<>();
                    for (S before : problem.previous().apply(state)) {
                        steps.add(Step.of("from " + before, before));
                    }
                    return steps;
                });
    }
}
