package dev.clew.goals;

import java.time.Duration;

/**
 * Chooses from which end to search. Searching backward from the goal and forward from what is given
 * find the same plans, but one may meet far fewer goals: the way that is narrow at the start.
 */
public final class Directions {
    private Directions() {}

    /** From which end to search. */
    public enum Direction {
        /** From the goal. */
        BACKWARD,
        /** From what is given. */
        FORWARD
    }

    /**
     * A direction and why.
     *
     * @param direction the direction
     * @param backward how many goals were still open after the trial from the goal; 0 if the trial
     *     settled the matter
     * @param forward the same from the other end
     */
    public record Choice(Direction direction, long backward, long forward) {}

    /**
     * Tries both ends by so many expansions, breadth-first, and chooses the one that has fewer
     * goals open by then; of equal ones the goal's.
     *
     * @param backward the problem
     * @param forward the same problem turned round
     * @param trial how many expansions to spend on each
     */
    public static Choice choose(Problem<?> backward, Problem<?> forward, long trial) {
        long back = open(backward, trial);
        long forth = open(forward, trial);
        return new Choice(back <= forth ? Direction.BACKWARD : Direction.FORWARD, back, forth);
    }

    private static <G> long open(Problem<G> problem, long trial) {
        Budget budget = Budget.ofExpansions(trial).withTime(Duration.ofMinutes(1));
        Search<G> search = Search.of(problem).by(new Strategy.BreadthFirst()).within(budget);
        Outcome<G> outcome = search.run();
        return outcome instanceof Outcome.OutOfBudget<G>
                ? outcome.used().goals() - outcome.used().expansions()
                : 0;
    }
}
