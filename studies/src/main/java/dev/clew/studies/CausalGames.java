package dev.clew.studies;

import dev.clew.plans.games.CausalGame;
import dev.clew.plans.games.CausalGame.Levels;
import dev.clew.plans.games.CausalGame.Pair;
import dev.clew.plans.games.CausalGame.State;
import dev.clew.plans.games.Solution;
import dev.clew.plans.numbers.Fraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * "Sequential Causal Normal Form Games" (Thumm, arXiv 2511.06934, 2025): a leader and a follower
 * who reason on all levels of Pearl's hierarchy do no better together than those of Stackelberg,
 * since backward induction with best replies leaves nothing to gain. A negative result, and here
 * the table shows why: with payoffs that do not depend on the hidden state an inclination tells
 * nothing. All numbers are exact.
 */
final class CausalGames implements Study {
    private static final int GAMES = 100;
    private static final Fraction TOLERANCE = Fraction.of(20);
    private static final int[][][] CLASSICS = {
        {{3, 3}, {0, 5}, {5, 0}, {1, 1}},
        {{2, 2}, {0, 0}, {0, 0}, {1, 1}},
        {{3, 2}, {0, 0}, {0, 0}, {2, 3}},
        {{3, 3}, {1, 4}, {4, 1}, {0, 0}},
        {{4, 4}, {0, 3}, {3, 0}, {2, 2}},
        {{-1, -1}, {2, 1}, {0, 3}, {0, 3}}
    };

    @Override
    public String name() {
        return "causal-games";
    }

    @Override
    public String claim() {
        return "causal reasoning gains no welfare over Stackelberg's leader and follower";
    }

    @Override
    public String run(long seed) {
        return table(seed);
    }

    /** The table for a seed. */
    static String table(long seed) {
        Random random = new Random(seed);
        Table claim = headed();
        row(claim, "six classics, 2x2", classics(random), Fraction.ZERO);
        row(claim, "random, 2x2", randoms(random, 2, Kind.UNINFORMED), Fraction.ZERO);
        row(claim, "random, 3x3", randoms(random, 3, Kind.UNINFORMED), Fraction.ZERO);
        row(claim, "satisficing, good inclinations", randoms(random, 3, Kind.GOOD), TOLERANCE);
        Table beyond = headed();
        row(
                beyond,
                "satisficing, any inclinations",
                randoms(random, 3, Kind.UNINFORMED),
                TOLERANCE);
        row(
                beyond,
                "inclinations that know the payoffs",
                randoms(random, 3, Kind.INFORMED),
                Fraction.ZERO);
        return "Welfare (both payoffs together) on all causal levels, less that of Stackelberg.\n\n"
                + "The claim, no gain:\n\n"
                + claim
                + "\nBeyond the claim, where the welfare changes:\n\n"
                + beyond;
    }

    private static Table headed() {
        return new Table("games", "number", "mean gain", "least", "most", "changed");
    }

    /** What the inclinations have to do with the payoffs. */
    private enum Kind {
        /** Nothing. */
        UNINFORMED,
        /** The follower is inclined to the best reply. */
        GOOD,
        /** Both depend on the hidden state. */
        INFORMED
    }

    private static void row(Table table, String what, List<CausalGame> games, Fraction tolerance) {
        double sum = 0;
        int changed = 0;
        Fraction least = gain(games.getFirst(), tolerance);
        Fraction most = least;
        for (CausalGame game : games) {
            Fraction gain = gain(game, tolerance);
            sum += gain.doubleValue();
            changed += gain.sign() != 0 ? 1 : 0;
            least = gain.compareTo(least) < 0 ? gain : least;
            most = gain.compareTo(most) > 0 ? gain : most;
        }
        table.row(
                what,
                games.size(),
                Table.decimals(sum / games.size(), 2),
                Table.decimals(least.doubleValue(), 2),
                Table.decimals(most.doubleValue(), 2),
                changed);
    }

    private static Fraction gain(CausalGame game, Fraction tolerance) {
        return welfare(game, Levels.ALL, tolerance)
                .minus(welfare(game, Levels.INTERVENTIONS, Fraction.ZERO));
    }

    private static Fraction welfare(CausalGame game, Levels levels, Fraction tolerance) {
        List<Fraction> value =
                Solution.of(game.tree(levels, tolerance), Solution.Ties.KIND).value(0);
        return value.getFirst().plus(value.getLast());
    }

    private static List<CausalGame> classics(Random random) {
        List<CausalGame> games = new ArrayList<>();
        for (int[][] payoffs : CLASSICS) {
            List<List<Pair>> rows = new ArrayList<>();
            for (int a = 0; a < 2; a++) {
                rows.add(List.of(pair(payoffs[2 * a]), pair(payoffs[2 * a + 1])));
            }
            games.add(game(random, 2, state -> rows, Kind.UNINFORMED));
        }
        return games;
    }

    private static Pair pair(int[] payoffs) {
        return new Pair(Fraction.of(payoffs[0]), Fraction.of(payoffs[1]));
    }

    private static List<CausalGame> randoms(Random random, int actions, Kind kind) {
        List<CausalGame> games = new ArrayList<>();
        for (int i = 0; i < GAMES; i++) {
            List<List<Pair>> same = payoffs(random, actions);
            games.add(
                    game(
                            random,
                            actions,
                            state -> kind == Kind.INFORMED ? payoffs(random, actions) : same,
                            kind));
        }
        return games;
    }

    private static List<List<Pair>> payoffs(Random random, int actions) {
        List<List<Pair>> rows = new ArrayList<>();
        for (int a = 0; a < actions; a++) {
            List<Pair> row = new ArrayList<>();
            for (int b = 0; b < actions; b++) {
                row.add(pair(new int[] {random.nextInt(100), random.nextInt(100)}));
            }
            rows.add(row);
        }
        return rows;
    }

    /** A game with a hidden state for each pair of inclinations, all equally likely. */
    private static CausalGame game(
            Random random, int actions, Function<Integer, List<List<Pair>>> payoffs, Kind kind) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < actions * actions; i++) {
            List<List<Pair>> worth = payoffs.apply(i);
            List<Integer> inclined = new ArrayList<>();
            for (int a = 0; a < actions; a++) {
                inclined.add(kind == Kind.GOOD ? best(worth.get(a)) : random.nextInt(actions));
            }
            Fraction probability = Fraction.of(1, (long) actions * actions);
            states.add(new State(probability, i % actions, inclined, worth));
        }
        return new CausalGame(states);
    }

    private static int best(List<Pair> replies) {
        int best = 0;
        for (int i = 1; i < replies.size(); i++) {
            int order = replies.get(i).follower().compareTo(replies.get(best).follower());
            boolean isKinder = replies.get(i).leader().compareTo(replies.get(best).leader()) > 0;
            best = order > 0 || order == 0 && isKinder ? i : best;
        }
        return best;
    }
}
