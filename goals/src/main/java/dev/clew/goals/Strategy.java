package dev.clew.goals;

import java.util.List;

/**
 * What to expand next. All strategies grow the same graph, and a proof is found as soon as the
 * graph has one, whichever strategy found its parts.
 */
public sealed interface Strategy {
    /**
     * The open goals of the proof that looks cheapest: AO* (Nilsson 1980), in the form of Retro*
     * (Chen et al., ICML 2020) with equal goals merged. The value of a goal is the least over its
     * steps of the cost of the step and the values of its premises; on cyclic graphs, as for LAO*
     * (Hansen and Zilberstein 2001), it is the least solution of these equations.
     *
     * @param batch how many goals to expand at once, all of them open goals of one proof
     * @param untilOptimal whether to go on after the first proof until none can be cheaper; that is
     *     certain only if the estimate is admissible
     */
    record BestFirst(int batch, boolean untilOptimal) implements Strategy {
        public BestFirst {
            requirePositive("batch", batch);
        }

        /** One goal at a time, until the cheapest proof is found. */
        public BestFirst() {
            this(1, true);
        }
    }

    /**
     * The goals nearest to the root first: finds a proof with the fewest levels, and misses none.
     *
     * @param batch how many goals to expand at once
     */
    record BreadthFirst(int batch) implements Strategy {
        public BreadthFirst {
            requirePositive("batch", batch);
        }

        /** One goal at a time. */
        public BreadthFirst() {
            this(1);
        }
    }

    /**
     * The first premise of the first step first, and back to the next step when that fails.
     *
     * @param limit how many levels deep to go at most
     */
    record DepthFirst(int limit) implements Strategy {
        public DepthFirst {
            requirePositive("limit", limit);
        }
    }

    /**
     * Depth-first with a limit that grows until there is a proof: misses none.
     *
     * @param start the first limit
     * @param increment by how much it grows
     */
    record IterativeDeepening(int start, int increment) implements Strategy {
        public IterativeDeepening {
            requirePositive("start", start);
            requirePositive("increment", increment);
        }

        /** From a limit of 1, by 1. */
        public IterativeDeepening() {
            this(1, 1);
        }
    }

    /**
     * Level by level, of each level only the goals that look cheapest. The others are left out, so
     * it may miss a proof; it then says so.
     *
     * @param width how many goals of a level to keep
     */
    record Beam(int width) implements Strategy {
        public Beam {
            requirePositive("width", width);
        }
    }

    /**
     * The goal that most likely settles the matter: depth-first proof-number search, df-pn (Nagai
     * 2002; Kishimoto et al., "Game-Tree Search Using Proof Numbers", 2012).
     */
    record ProofNumber() implements Strategy {}

    /**
     * Monte Carlo tree search for AND/OR graphs with the PUCT rule (Rosin 2011; Silver et al.
     * 2017): of a goal's steps the one with the best mean so far and a bonus for those tried
     * seldom; of a step's premises one that is not achieved, at random. What a step costs makes it
     * less likely.
     *
     * @param exploration how much the bonus weighs
     * @param seed the seed of the choices
     */
    record MonteCarlo(double exploration, long seed) implements Strategy {
        /** An exploration of 1.4. */
        public MonteCarlo(long seed) {
            this(1.4, seed);
        }
    }

    /**
     * Proofs drawn at random, each from the goal down, until one is complete: best of n.
     *
     * @param samples how many proofs to draw at most
     * @param limit how many levels deep each may be
     * @param temperature how much the cost of a step matters: a step is drawn with a probability
     *     proportional to {@code exp(-cost / temperature)}
     * @param seed the seed of the draws
     */
    record Sampling(long samples, int limit, double temperature, long seed) implements Strategy {
        public Sampling {
            requirePositive("limit", limit);
            if (!(temperature > 0)) {
                throw new IllegalArgumentException(
                        "The `temperature` (" + temperature + ") must be positive.");
            }
        }
    }

    /**
     * From the goal and from what is given at once, always on the side with the lower cost so far,
     * until no meeting can be cheaper. The expander must be {@link Reversible}.
     */
    record Bidirectional() implements Strategy {}

    /**
     * Several strategies by turns on the same graph, each with as many expansions as the others.
     *
     * @param strategies the strategies, {@link Bidirectional} excepted
     * @param turn how many expansions make a turn
     */
    record Portfolio(List<Strategy> strategies, int turn) implements Strategy {
        public Portfolio {
            strategies = List.copyOf(strategies);
            requirePositive("number of strategies", strategies.size());
            requirePositive("turn", turn);
        }

        /** Best-first, proof numbers and iterative deepening, 100 expansions each. */
        public Portfolio() {
            this(
                    List.of(new BestFirst(1, false), new ProofNumber(), new IterativeDeepening()),
                    100);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "The `" + name + "` (" + value + ") of a strategy must be positive.");
        }
    }
}
