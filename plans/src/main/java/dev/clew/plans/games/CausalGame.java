package dev.clew.plans.games;

import dev.clew.plans.games.GameTree.Turn;
import dev.clew.plans.numbers.Fraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A leader and a follower in a structural causal model: a hidden state decides to what each of them
 * is inclined, and perhaps what their actions are worth. A player may use more or less of Pearl's
 * hierarchy: follow the inclination (observe), act whatever it is (intervene), or act depending on
 * it (counterfactual: what would I have done?). After "Sequential Causal Normal Form Games" (Thumm,
 * arXiv 2511.06934, 2025), with the inclinations of Bareinboim, Forney and Pearl (NeurIPS 2015).
 *
 * @param states the hidden states
 */
public record CausalGame(List<State> states) {
    public CausalGame {
        states = List.copyOf(states);
    }

    /**
     * A hidden state.
     *
     * @param probability how likely it is
     * @param leader to which action the leader is inclined
     * @param follower to which action the follower is inclined, by the action of the leader
     * @param payoffs what leader and follower get, by the action of the leader and of the follower
     */
    public record State(
            Fraction probability, int leader, List<Integer> follower, List<List<Pair>> payoffs) {
        public State {
            follower = List.copyOf(follower);
            payoffs = List.copyOf(payoffs);
        }
    }

    /**
     * Payoffs.
     *
     * @param leader what the leader gets
     * @param follower what the follower gets
     */
    public record Pair(Fraction leader, Fraction follower) {}

    /** What the players may use. */
    public enum Levels {
        /** Interventions alone: the game of Stackelberg. */
        INTERVENTIONS,
        /** All levels: each player may also follow or heed the inclination. */
        ALL
    }

    /** What the follower sees before acting. */
    private record Seen(int action, int inclination) implements Comparable<Seen> {
        @Override
        public int compareTo(Seen other) {
            int byAction = Integer.compare(action, other.action);
            return byAction != 0 ? byAction : Integer.compare(inclination, other.inclination);
        }
    }

    private int actions() {
        return states.getFirst().payoffs().size();
    }

    private int replies() {
        return states.getFirst().payoffs().getFirst().size();
    }

    /**
     * The game as a tree: the leader commits to what to do, chance shows the follower the action
     * and the inclination, the follower acts.
     *
     * @param levels what the players may use
     * @param tolerance a follower who loses no more than this by following the inclination follows
     *     it; 0 for a rational one who does so only if it is best
     */
    public GameTree tree(Levels levels, Fraction tolerance) {
        var game = new GameTree.Builder(List.of("Leader", "Follower"));
        game.start(new Turn.Player(0));
        for (List<Integer> policy : policies(levels)) {
            int node = game.action(0, "do " + policy, new Turn.Chance());
            for (Map.Entry<Seen, List<State>> entry : seen(policy, levels).entrySet()) {
                follow(game, node, entry.getKey(), entry.getValue(), tolerance);
            }
        }
        return game.build();
    }

    /** What the leader may do, by inclination; the constant policies first. */
    private List<List<Integer>> policies(Levels levels) {
        int actions = actions();
        List<List<Integer>> policies = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            policies.add(Collections.nCopies(actions, action));
        }
        int all = (int) Math.pow(actions, actions);
        for (int code = 0; levels == Levels.ALL && code < all; code++) {
            List<Integer> policy = new ArrayList<>();
            for (int i = 0, rest = code; i < actions; i++, rest /= actions) {
                policy.add(rest % actions);
            }
            if (!policies.contains(policy)) {
                policies.add(policy);
            }
        }
        return policies;
    }

    private Map<Seen, List<State>> seen(List<Integer> policy, Levels levels) {
        Map<Seen, List<State>> seen = new TreeMap<>();
        for (State state : states) {
            int action = policy.get(state.leader());
            int inclination = levels == Levels.ALL ? state.follower().get(action) : -1;
            seen.computeIfAbsent(new Seen(action, inclination), key -> new ArrayList<>())
                    .add(state);
        }
        return seen;
    }

    private void follow(
            GameTree.Builder game, int node, Seen seen, List<State> possible, Fraction tolerance) {
        Fraction probability = Fraction.ZERO;
        for (State state : possible) {
            probability = probability.plus(state.probability());
        }
        String what =
                "sees "
                        + seen.action()
                        + (seen.inclination() < 0 ? "" : ", inclined to " + seen.inclination());
        int turn = game.chance(node, what, probability, new Turn.Player(1));
        Map<Integer, Pair> worth = new LinkedHashMap<>();
        for (int reply = 0; reply < replies(); reply++) {
            worth.put(reply, expected(possible, seen.action(), reply, probability));
        }
        Pair inclined = worth.get(seen.inclination());
        if (inclined != null && isGoodEnough(inclined, worth, tolerance)) {
            worth = Map.of(seen.inclination(), inclined);
        }
        for (Map.Entry<Integer, Pair> entry : worth.entrySet()) {
            List<Fraction> payoffs =
                    List.of(entry.getValue().leader(), entry.getValue().follower());
            game.action(turn, "do " + entry.getKey(), new Turn.End(payoffs));
        }
    }

    private static boolean isGoodEnough(
            Pair inclined, Map<Integer, Pair> worth, Fraction tolerance) {
        for (Pair other : worth.values()) {
            if (inclined.follower().plus(tolerance).compareTo(other.follower()) < 0) {
                return false;
            }
        }
        return tolerance.sign() > 0;
    }

    private static Pair expected(
            List<State> possible, int action, int reply, Fraction probability) {
        Fraction leader = Fraction.ZERO;
        Fraction follower = Fraction.ZERO;
        for (State state : possible) {
            Pair pair = state.payoffs().get(action).get(reply);
            Fraction share = state.probability().over(probability);
            leader = leader.plus(share.times(pair.leader()));
            follower = follower.plus(share.times(pair.follower()));
        }
        return new Pair(leader, follower);
    }
}
