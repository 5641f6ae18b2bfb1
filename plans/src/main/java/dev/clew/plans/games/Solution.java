package dev.clew.plans.games;

import dev.clew.goals.Problem;
import dev.clew.goals.Step;
import dev.clew.plans.games.GameTree.Node;
import dev.clew.plans.games.GameTree.Turn;
import dev.clew.plans.numbers.Fraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What rational players do in a game, by backward induction (Zermelo 1913; Kuhn 1953): at each node
 * the action that is best for the player who moves, given what will be done after it. These are the
 * subgame perfect equilibria. If one player moves first and others follow it is the equilibrium of
 * Stackelberg.
 */
public final class Solution {
    private final GameTree game;
    private final Ties ties;
    private final int[] choice;
    private final boolean[] isIndifferent;
    private final List<List<Fraction>> values = new ArrayList<>();

    /** What a player does who has several best actions. */
    public enum Ties {
        /** The one that stands first. */
        FIRST,
        /** The one that is best for whoever moved before; the strong equilibrium of Stackelberg. */
        KIND,
        /** The one that is worst for whoever moved before; the weak one. */
        SPITEFUL
    }

    private Solution(GameTree game, Ties ties) {
        this.game = game;
        this.ties = ties;
        int nodes = game.nodes().size();
        this.choice = new int[nodes];
        this.isIndifferent = new boolean[nodes];
        Arrays.fill(choice, -1);
        for (int i = 0; i < nodes; i++) {
            values.add(List.of());
        }
        for (int i = nodes - 1; i >= 0; i--) {
            values.set(i, value(i, game.nodes().get(i)));
        }
    }

    /** Solves a game; of several best actions the first is taken. */
    public static Solution of(GameTree game) {
        return of(game, Ties.FIRST);
    }

    /** Solves a game. */
    public static Solution of(GameTree game, Ties ties) {
        return new Solution(game, ties);
    }

    private List<Fraction> value(int i, Node node) {
        return switch (node.turn()) {
            case Turn.End end -> end.payoffs();
            case Turn.Chance chance -> expectation(node);
            case Turn.Player player -> {
                choice[i] = best(i, node, player.number());
                yield values.get(choice[i]);
            }
        };
    }

    private List<Fraction> expectation(Node node) {
        List<Fraction> sums = new ArrayList<>();
        for (int player = 0; player < game.players().size(); player++) {
            Fraction sum = Fraction.ZERO;
            for (int next : node.next()) {
                Fraction probability = game.nodes().get(next).probability();
                Fraction share = probability == null ? Fraction.ZERO : probability;
                sum = sum.plus(share.times(values.get(next).get(player)));
            }
            sums.add(sum);
        }
        return List.copyOf(sums);
    }

    private int best(int i, Node node, int player) {
        int before = before(i, player);
        int best = node.next().getFirst();
        for (int next : node.next().subList(1, node.next().size())) {
            int order = values.get(next).get(player).compareTo(values.get(best).get(player));
            isIndifferent[i] = order == 0 || order < 0 && isIndifferent[i];
            if (order == 0 && before >= 0 && ties != Ties.FIRST) {
                int kinder = values.get(next).get(before).compareTo(values.get(best).get(before));
                order = ties == Ties.KIND ? kinder : -kinder;
            }
            best = order > 0 ? next : best;
        }
        return best;
    }

    /** The other player who moved last before a node; -1 if none did. */
    private int before(int node, int player) {
        for (int at = game.nodes().get(node).parent();
                at >= 0;
                at = game.nodes().get(at).parent()) {
            if (game.nodes().get(at).turn() instanceof Turn.Player p && p.number() != player) {
                return p.number();
            }
        }
        return -1;
    }

    /** The game. */
    public GameTree game() {
        return game;
    }

    /** What each player can expect from a node on. */
    public List<Fraction> value(int node) {
        return values.get(node);
    }

    /** The node behind the action that is taken at a node; -1 if it is not a player's. */
    public int choice(int node) {
        return choice[node];
    }

    /** Whether the player at a node has several best actions. */
    public boolean isIndifferent(int node) {
        return isIndifferent[node];
    }

    /** The nodes from the start along the actions that are taken, until chance or the end. */
    public List<Integer> path() {
        List<Integer> path = new ArrayList<>(List.of(0));
        while (choice[path.getLast()] >= 0) {
            path.add(choice[path.getLast()]);
        }
        return path;
    }

    /**
     * A part of the game, from a node on, as a goal: to know what it is worth.
     *
     * @param node the node
     * @param text how it is reached and what it is worth
     */
    public record Subgame(int node, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The problem of knowing what the game is worth. What a node is worth follows from what all
     * nodes behind it are worth, and from who chooses; the proof is the backward induction.
     */
    public Problem<Subgame> problem() {
        return new Problem<>(
                subgame(0),
                s -> game.nodes().get(s.node()).turn() instanceof Turn.End,
                s -> List.of(step(s.node())));
    }

    private Subgame subgame(int node) {
        List<String> actions = game.actions(node);
        String how = actions.isEmpty() ? "the game" : String.join(", ", actions);
        return new Subgame(node, how + ": " + text(values.get(node)));
    }

    private Step<Subgame> step(int node) {
        List<Subgame> premises = new ArrayList<>();
        for (int next : game.nodes().get(node).next()) {
            premises.add(subgame(next));
        }
        return new Step<>(reason(node), premises, 1);
    }

    /** Why a node is worth what it is. */
    public String reason(int node) {
        if (!(game.nodes().get(node).turn() instanceof Turn.Player player)) {
            return game.nodes().get(node).turn() instanceof Turn.Chance
                    ? "chance: what can be expected"
                    : "the end";
        }
        StringBuilder text = new StringBuilder(game.players().get(player.number()));
        text.append(" takes `").append(game.nodes().get(choice[node]).action()).append('`');
        int p = player.number();
        String separator = ": " + values.get(choice[node]).get(p) + " rather than ";
        for (int next : game.nodes().get(node).next()) {
            if (next != choice[node]) {
                text.append(separator).append(values.get(next).get(p));
                text.append(" (").append(game.nodes().get(next).action()).append(')');
                separator = " or ";
            }
        }
        return text.append(isIndifferent[node] ? ", others are as good" : "").toString();
    }

    /** Payoffs as they are written: {@code (2, 1)}. */
    public static String text(List<Fraction> payoffs) {
        StringBuilder text = new StringBuilder("(");
        for (Fraction payoff : payoffs) {
            text.append(text.length() > 1 ? ", " : "").append(payoff);
        }
        return text.append(')').toString();
    }
}
