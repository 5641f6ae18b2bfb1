package dev.clew.plans.games;

import dev.clew.plans.numbers.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A game of one or more players who move one after the other and see every move, with moves of
 * chance in between: an extensive form with perfect information. The nodes stand in an order in
 * which each comes before those that follow from it.
 *
 * @param players the names of the players
 * @param nodes the nodes, the first one the start
 */
public record GameTree(List<String> players, List<Node> nodes) {
    public GameTree {
        players = List.copyOf(players);
        nodes = List.copyOf(nodes);
    }

    /**
     * A node.
     *
     * @param parent the number of the node before; -1 for the start
     * @param action the action that leads here; empty for the start
     * @param probability how likely chance leads here; null if it is not chance that does
     * @param turn who is to act
     * @param next the numbers of the nodes behind each action
     */
    public record Node(
            int parent,
            String action,
            @Nullable Fraction probability,
            Turn turn,
            List<Integer> next) {
        public Node {
            next = List.copyOf(next);
        }
    }

    /** Who is to act at a node. */
    public sealed interface Turn {
        /** A player, by number from 0. */
        record Player(int number) implements Turn {}

        /** Chance. */
        record Chance() implements Turn {}

        /** Nobody: the game is over and each player has a payoff. */
        record End(List<Fraction> payoffs) implements Turn {
            public End {
                payoffs = List.copyOf(payoffs);
            }
        }
    }

    /** The actions from the start to a node. */
    public List<String> actions(int node) {
        List<String> actions = new ArrayList<>();
        for (int at = node; at > 0; at = nodes.get(at).parent()) {
            actions.addFirst(nodes.get(at).action());
        }
        return actions;
    }

    /** Makes a game node by node. */
    public static final class Builder {
        private final List<String> players;
        private final List<Node> nodes = new ArrayList<>();
        private final List<List<Integer>> next = new ArrayList<>();

        /** A game of these players with no nodes yet. */
        public Builder(List<String> players) {
            this.players = List.copyOf(players);
        }

        /** The start; returns its number. */
        public int start(Turn turn) {
            return add(-1, "", null, turn);
        }

        /** The node behind an action of a player; returns its number. */
        public int action(int parent, String action, Turn turn) {
            return add(parent, action, null, turn);
        }

        /** The node behind a move of chance; returns its number. */
        public int chance(int parent, String action, Fraction probability, Turn turn) {
            return add(parent, action, probability, turn);
        }

        int add(int parent, String action, @Nullable Fraction probability, Turn turn) {
            if (parent >= 0) {
                next.get(parent).add(nodes.size());
            }
            nodes.add(new Node(parent, action, probability, turn, List.of()));
            next.add(new ArrayList<>());
            return nodes.size() - 1;
        }

        /** The game. */
        public GameTree build() {
            List<Node> whole = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                Node n = nodes.get(i);
                whole.add(new Node(n.parent(), n.action(), n.probability(), n.turn(), next.get(i)));
            }
            return new GameTree(players, whole);
        }
    }
}
