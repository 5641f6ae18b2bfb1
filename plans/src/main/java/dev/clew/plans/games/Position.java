package dev.clew.plans.games;

import dev.clew.goals.Expander;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A position of a solved ending, as players write it. Black may be the side with the piece; the
 * table is asked about the position turned round then.
 */
public final class Position {
    private final Endgame table;
    private final boolean isStrongToMove;
    private final int strong;
    private final int weak;
    private final int square;
    private final boolean isTurned;

    private Position(
            Endgame table,
            boolean isStrongToMove,
            int strong,
            int weak,
            int square,
            boolean isTurned) {
        this.table = table;
        this.isStrongToMove = isStrongToMove;
        this.strong = strong;
        this.weak = weak;
        this.square = square;
        this.isTurned = isTurned;
    }

    /**
     * A position in a table.
     *
     * @param isStrongToMove whether the side with the piece is to move
     * @param strong the square of its king
     * @param weak the square of the other king
     * @param square the square of the piece
     * @param isTurned whether the side with the piece is Black, and the squares are seen from there
     */
    static Position of(
            Endgame table,
            boolean isStrongToMove,
            int strong,
            int weak,
            int square,
            boolean isTurned) {
        return new Position(table, isStrongToMove, strong, weak, square, isTurned);
    }

    /** What a move may be worth. */
    public sealed interface Worth {
        /** Mate in so many plies; 0 if it is mate. */
        record Mate(int plies) implements Worth {
            /** The moves of the side with the piece until mate. */
            public int moves() {
                return (plies + 1) / 2;
            }
        }

        /** Nobody can win. */
        record Draw() implements Worth {}
    }

    /**
     * A move and where it leads.
     *
     * @param name the move in algebraic notation
     * @param after the position after it; null if the last piece was captured
     */
    public record Move(String name, @Nullable Position after) {
        /** What it leads to. */
        public Worth worth() {
            return after == null ? new Worth.Draw() : after.worth();
        }
    }

    /** What the position is worth. */
    public Worth worth() {
        int plies = table.plies(isStrongToMove, strong, weak, square);
        return plies < 0 ? new Worth.Draw() : new Worth.Mate(plies);
    }

    /** Whether the side with the piece is to move. */
    public boolean isStrongToMove() {
        return isStrongToMove;
    }

    /** Whether White is to move. */
    public boolean isWhiteToMove() {
        return isStrongToMove != isTurned;
    }

    /** All moves. */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        int[] numbers = new int[64];
        int from = Endgame.number(isStrongToMove, strong, weak, square);
        int count = table.successors(from, numbers);
        for (int i = 0; i < count; i++) {
            int n = numbers[i];
            moves.add(move(table, n >> 12 & 63, n >> 6 & 63, n & 63));
        }
        if (!isStrongToMove && table.canEscape(from)) {
            moves.add(new Move("Kx" + name(square), null));
        } else if (isStrongToMove) {
            promote(moves);
        }
        return moves;
    }

    private void promote(List<Move> moves) {
        int to = square + 8;
        if (table.piece() == Endgame.Piece.PAWN && to >= 56 && to != strong && to != weak) {
            for (Endgame promotion : table.promotions()) {
                moves.add(move(promotion, strong, weak, to));
            }
        }
    }

    private Move move(Endgame in, int newStrong, int newWeak, int newSquare) {
        Position after = of(in, !isStrongToMove, newStrong, newWeak, newSquare, isTurned);
        String name;
        if (newSquare == square) {
            name = "K" + name(isStrongToMove ? newStrong : newWeak);
        } else if (table.piece() != Endgame.Piece.PAWN) {
            name = table.piece().letter() + name(newSquare);
        } else {
            name = name(newSquare) + (in == table ? "" : "=" + in.piece().letter());
        }
        return new Move(name + after.sign(), after);
    }

    private String sign() {
        if (isStrongToMove || !table.isChecked(Endgame.number(false, strong, weak, square))) {
            return "";
        }
        return worth().equals(new Worth.Mate(0)) ? "#" : "+";
    }

    private String name(int at) {
        int seen = isTurned ? at ^ 56 : at;
        return (char) ('a' + seen % 8) + Integer.toString(seen / 8 + 1);
    }

    /** A best line: fastest and slowest moves to mate. No moves if it is a draw. */
    public List<Move> line() {
        List<Move> line = new ArrayList<>();
        Position at = this;
        while (at != null && at.worth() instanceof Worth.Mate(int plies) && plies > 0) {
            Move best = at.move(plies - 1);
            line.add(best);
            at = best.after();
        }
        return line;
    }

    private Move move(int plies) {
        for (Move move : moves()) {
            if (move.worth().equals(new Worth.Mate(plies))) {
                return move;
            }
        }
        throw new IllegalStateException("No move of " + this + " mates in " + plies + " plies.");
    }

    /** The position in the notation of Forsyth and Edwards, without what an ending never needs. */
    public String fen() {
        StringBuilder text = new StringBuilder();
        for (int rank = 7; rank >= 0; rank--) {
            int empty = 0;
            for (int file = 0; file < 8; file++) {
                char c = at(8 * rank + file);
                if (c != 0) {
                    text.append(empty > 0 ? Integer.toString(empty) : "").append(c);
                    empty = 0;
                } else {
                    empty++;
                }
            }
            text.append(empty > 0 ? Integer.toString(empty) : "").append(rank > 0 ? "/" : "");
        }
        return text.append(isWhiteToMove() ? " w" : " b").toString();
    }

    private char at(int seen) {
        int at = isTurned ? seen ^ 56 : seen;
        char c = at == strong ? 'K' : at == weak ? 'k' : at == square ? table.piece().letter() : 0;
        boolean isUpper = Character.isUpperCase(c);
        return !isTurned ? c : isUpper ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position p
                && table.piece() == p.table.piece()
                && isStrongToMove == p.isStrongToMove
                && strong == p.strong
                && weak == p.weak
                && square == p.square
                && isTurned == p.isTurned;
    }

    @Override
    public int hashCode() {
        return Endgame.number(isStrongToMove, strong, weak, square);
    }

    @Override
    public String toString() {
        return fen();
    }

    /**
     * That there is a mate in so many plies at most, as a goal.
     *
     * @param position the position
     * @param plies how many plies are left
     */
    public record Mating(Position position, int plies) {
        @Override
        public String toString() {
            return position + " mates within " + plies;
        }
    }

    /**
     * The problem of mating within so many plies: one move of the side with the piece will do, and
     * all replies must be met. The table is not asked.
     */
    public Problem<Mating> mating(int plies) {
        Expander<Mating> expander =
                goal -> goal.position().isStrongToMove ? attacks(goal) : replies(goal);
        return new Problem<>(new Mating(this, plies), goal -> goal.position().isMate(), expander);
    }

    private boolean isMate() {
        return !isStrongToMove
                && moves().isEmpty()
                && table.isChecked(Endgame.number(false, strong, weak, square));
    }

    private static List<Step<Mating>> attacks(Mating goal) {
        List<Step<Mating>> steps = new ArrayList<>();
        for (Move move : goal.position().moves()) {
            if (goal.plies() > 0 && move.after() != null) {
                steps.add(Step.of(move.name(), new Mating(move.after(), goal.plies() - 1)));
            }
        }
        return steps;
    }

    private static List<Step<Mating>> replies(Mating goal) {
        List<Mating> premises = new ArrayList<>();
        for (Move move : goal.position().moves()) {
            if (move.after() == null || goal.plies() == 0) {
                return List.of();
            }
            premises.add(new Mating(move.after(), goal.plies() - 1));
        }
        return premises.isEmpty()
                ? List.of()
                : List.of(new Step<>("whatever the reply", premises, 0));
    }
}
