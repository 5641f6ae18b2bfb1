package dev.clew.goals;

import dev.clew.goals.graph.Growth;
import dev.clew.goals.search.Picker;
import dev.clew.goals.search.Pickers;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A search whose goals are expanded by its caller: for callers that cannot be called back, and for
 * those who want all answers. Call {@link #next} and {@link #expanded} by turns.
 *
 * <p>No goal is given. So the search does not end with a proof but goes on until everything is
 * expanded; what is an answer is for the caller to see when it is its turn.
 */
public final class Stepwise<G> {
    private final Growth<G> growth;
    private final Picker picker;
    private final int[] pick = new int[1];
    private boolean isWaiting;

    /**
     * A search from a goal.
     *
     * @param strategy any but {@link Strategy.Bidirectional}; batches are taken one by one
     */
    public Stepwise(G goal, Estimate<G> estimate, Strategy strategy) {
        Expander<G> nobody =
                g -> {
                    throw new IllegalStateException("The caller expands the goals.");
                };
        growth = new Growth<>(new Problem<>(goal, g -> false, nobody, estimate), null);
        picker = Pickers.of(single(strategy), growth);
    }

    private static Strategy single(Strategy strategy) {
        return switch (strategy) {
            case Strategy.BestFirst best -> new Strategy.BestFirst(1, best.untilOptimal());
            case Strategy.BreadthFirst breadth -> new Strategy.BreadthFirst();
            case Strategy.Portfolio(List<Strategy> strategies, int turn) ->
                    new Strategy.Portfolio(
                            strategies.stream().map(Stepwise::single).toList(), turn);
            default -> strategy;
        };
    }

    /** The next goal to expand, or null if there is none left. */
    public @Nullable G next() {
        if (isWaiting) {
            throw new IllegalStateException("The last goal has not been expanded yet.");
        }
        isWaiting = picker.next(pick) > 0;
        return isWaiting ? growth.graph().goal(pick[0]) : null;
    }

    /** Whether nothing was left out, once there is no goal left. */
    public boolean isComplete() {
        return picker.isComplete();
    }

    /** Says which steps achieve the goal that {@link #next} returned. */
    public void expanded(List<Step<G>> steps) {
        if (!isWaiting) {
            throw new IllegalStateException("No goal is waiting to be expanded.");
        }
        isWaiting = false;
        growth.enter(pick[0], new Expansion<>(steps));
    }

    /** How many goals were expanded. */
    public long expansions() {
        return growth.expansions();
    }
}
