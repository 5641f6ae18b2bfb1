package dev.clew.plans.games;

import dev.clew.plans.games.GameTree.Turn;
import dev.clew.plans.numbers.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads games from texts in which what follows stands below, further to the right:
 *
 * <pre>{@code
 * players Entrant, Incumbent
 *
 * Entrant
 *   stay out: 0, 3
 *   enter: chance
 *     1/4 strong market: 3, 3
 *     3/4 weak market: Incumbent
 *       fight: -1, -1
 *       share: 2, 1
 * }</pre>
 *
 * A line is an action, a colon, and who acts next: a player, {@code chance}, or nobody; then the
 * payoffs stand there, one for each player. What follows {@code #} is a remark.
 */
public final class GameReader {
    private final String source;
    private final String[] lines;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private GameTree.@Nullable Builder game;
    private List<String> players = List.of();
    private int number;

    private GameReader(String source, String text) {
        this.source = source;
        this.lines = text.split("\n", -1);
    }

    /** A node that may get more actions, and how far to the right it stands. */
    private record Open(int node, int indent, Turn turn, int line, List<Seen> seen) {}

    /** An action of a node. */
    private record Seen(String action, @Nullable Fraction probability) {}

    /**
     * Reads a game.
     *
     * @param source what messages call the text
     * @throws GameError if it is none
     */
    public static GameTree read(String source, String text) {
        return new GameReader(source, text).game();
    }

    private GameTree game() {
        for (number = 1; number <= lines.length; number++) {
            String line = withoutRemark(lines[number - 1]);
            if (!line.isBlank()) {
                line(line);
            }
        }
        if (game == null || open.isEmpty()) {
            number = lines.length;
            throw error(0, "There is no game.", "Maybe begin with `players NAME, NAME`.");
        }
        close(-1);
        return game.build();
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf('#');
        return (remark < 0 ? line : line.substring(0, remark)).stripTrailing();
    }

    private void line(String line) {
        int indent = 0;
        while (line.charAt(indent) == ' ') {
            indent++;
        }
        if (line.charAt(indent) == '\t') {
            throw error(indent, "Lines are indented by blanks, not by tabs.", null);
        } else if (game == null) {
            players(line, indent);
        } else if (open.isEmpty()) {
            Turn turn = turn(line, indent);
            open.push(new Open(game.start(turn), indent, turn, number, new ArrayList<>()));
        } else {
            action(line, indent, game);
        }
    }

    private void players(String line, int indent) {
        if (!line.startsWith("players ", indent)) {
            throw error(indent, "The players must be named first.", "Maybe `players Ann, Bob`.");
        }
        List<String> names = new ArrayList<>();
        for (String name : line.substring(indent + 8).split(",", -1)) {
            if (name.isBlank() || name.strip().equals("chance") || names.contains(name.strip())) {
                throw error(indent + 8, "The name (" + name.strip() + ") is not possible.", null);
            }
            names.add(name.strip());
        }
        players = names;
        game = new GameTree.Builder(names);
    }

    private void action(String line, int indent, GameTree.Builder into) {
        close(indent);
        Open parent = open.peek();
        if (parent == null) {
            throw error(indent, "The game has a second start.", "Maybe indent this line.");
        } else if (parent.turn() instanceof Turn.End) {
            throw error(indent, "Nothing can follow payoffs.", null);
        }
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw error(line.length(), "A colon and what follows are missing.", null);
        }
        Seen seen = seen(parent, line.substring(indent, colon).strip(), indent);
        int start = colon + 1;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        Turn turn = turn(line, start);
        int node = into.add(parent.node(), seen.action(), seen.probability(), turn);
        parent.seen().add(seen);
        open.push(new Open(node, indent, turn, number, new ArrayList<>()));
    }

    private Seen seen(Open parent, String label, int indent) {
        if (!(parent.turn() instanceof Turn.Chance)) {
            require(!label.isEmpty(), indent, "The action has no name.");
            for (Seen other : parent.seen()) {
                boolean isNew = !other.action().equals(label);
                require(isNew, indent, "There is a second action (" + label + ") here.");
            }
            return new Seen(label, null);
        }
        int blank = label.indexOf(' ');
        String first = blank < 0 ? label : label.substring(0, blank);
        Fraction probability = number(first, indent);
        require(probability.sign() >= 0, indent, "The probability (" + first + ") is negative.");
        return new Seen(blank < 0 ? label : label.substring(blank + 1).strip(), probability);
    }

    private void require(boolean holds, int column, String sentence) {
        if (!holds) {
            throw error(column, sentence, null);
        }
    }

    private Turn turn(String line, int start) {
        String text = line.substring(start).strip();
        if (text.equals("chance")) {
            return new Turn.Chance();
        }
        int player = players.indexOf(text);
        if (player >= 0) {
            return new Turn.Player(player);
        } else if (text.isEmpty() || Character.isLetter(text.charAt(0))) {
            throw error(
                    start,
                    "There is no player (" + text + ").",
                    "Maybe one of: " + String.join(", ", players) + ", chance.");
        }
        return payoffs(line, start);
    }

    private Turn payoffs(String line, int start) {
        List<Fraction> payoffs = new ArrayList<>();
        int at = start;
        while (at <= line.length()) {
            int comma = line.indexOf(',', at);
            int end = comma < 0 ? line.length() : comma;
            payoffs.add(number(line.substring(at, end).strip(), at));
            at = end + 1;
        }
        if (payoffs.size() != players.size()) {
            throw error(
                    start,
                    "There are " + payoffs.size() + " payoffs for " + players.size() + " players.",
                    null);
        }
        return new Turn.End(payoffs);
    }

    private Fraction number(String text, int column) {
        try {
            return Fraction.parse(text);
        } catch (NumberFormatException e) {
            throw error(
                    column,
                    "The word (" + text + ") is no number.",
                    "Maybe write it like 12, -3, 1/4 or 0.25.");
        }
    }

    /** Closes the nodes that a line at this indentation does not belong to. */
    private void close(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            Open node = open.pop();
            boolean isLast = open.isEmpty() && indent >= 0;
            if (!(node.turn() instanceof Turn.End) && !isLast) {
                check(node);
            }
        }
    }

    private void check(Open node) {
        int line = number;
        number = node.line();
        require(!node.seen().isEmpty(), node.indent(), "Nothing follows here.");
        if (node.turn() instanceof Turn.Chance) {
            Fraction sum = Fraction.ZERO;
            for (Seen seen : node.seen()) {
                sum = seen.probability() == null ? sum : sum.plus(seen.probability());
            }
            boolean isOne = sum.equals(Fraction.of(1));
            require(isOne, node.indent(), "The probabilities here add up to " + sum + ", not 1.");
        }
        number = line;
    }

    private GameError error(int column, String sentence, @Nullable String hint) {
        return new GameError(source, number, column + 1, sentence, hint);
    }
}
