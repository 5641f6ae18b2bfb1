package dev.clew.goals.search;

import dev.clew.goals.Strategy;
import dev.clew.goals.graph.Bounds;
import dev.clew.goals.graph.Growth;

import java.util.List;

/** Puts strategies to work. */
public final class Pickers {
    private Pickers() {}

    /** A strategy at work on a graph that has nothing but its root yet. */
    public static <G> Picker of(Strategy strategy, Growth<G> growth) {
        return switch (strategy) {
            case Strategy.BestFirst(int batch, boolean untilOptimal) ->
                    new BestFirst<>(growth, bounds(growth), batch, untilOptimal);
            case Strategy.BreadthFirst(int batch) -> new BreadthFirst<>(growth, batch);
            case Strategy.DepthFirst(int limit) -> new DepthFirst<>(growth, limit, 0);
            case Strategy.IterativeDeepening(int start, int increment) ->
                    new DepthFirst<>(growth, start, increment);
            case Strategy.Beam(int width) -> new Beam<>(growth, width);
            case Strategy.ProofNumber() -> new ProofNumber<>(growth);
            case Strategy.MonteCarlo(double exploration, long seed) ->
                    new MonteCarlo<>(growth, bounds(growth), exploration, seed);
            case Strategy.Sampling(long samples, int limit, double temperature, long seed) ->
                    new Sampling<>(growth, samples, limit, temperature, seed);
            case Strategy.Portfolio(List<Strategy> strategies, int turn) ->
                    new Portfolio(strategies.stream().map(each -> of(each, growth)).toList(), turn);
            case Strategy.Bidirectional() ->
                    throw new IllegalArgumentException(
                            "A portfolio cannot hold the bidirectional strategy, which searches a"
                                    + " graph of its own.");
        };
    }

    private static <G> Bounds<G> bounds(Growth<G> growth) {
        Bounds<G> bounds = new Bounds<>(growth.graph(), growth.problem().estimate());
        bounds.added();
        growth.watch(goal -> {
            bounds.added();
            bounds.expanded(goal);
        });
        return bounds;
    }
}
