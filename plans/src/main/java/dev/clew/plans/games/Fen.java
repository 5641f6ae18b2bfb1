package dev.clew.plans.games;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Reads positions in the notation of Forsyth and Edwards: {@code 8/8/8/8/8/2k5/8/K6Q w}. */
public final class Fen {
    private static final String KINDS = "QRP";

    private final String text;
    private final Endgame table;
    private int white = -1;
    private int black = -1;
    private int square = -1;
    private char piece;
    private int at;

    private Fen(String text, Endgame table) {
        this.text = text;
        this.table = table;
    }

    /** A text that is no position of the ending. The message says where. */
    public static final class FenError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private FenError(int column, String sentence, @Nullable String hint) {
            super(
                    "position:1:"
                            + column
                            + ": error: "
                            + sentence
                            + (hint == null ? "" : "\n  " + hint),
                    null,
                    false,
                    false);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    /**
     * Reads a position: the ranks from the eighth to the first, and whose turn it is. What follows
     * is not regarded.
     *
     * @throws FenError if it is none of this ending
     */
    public static Position read(String text, Endgame table) {
        return new Fen(text, table).position();
    }

    private Position position() {
        for (int rank = 7; rank >= 0; rank--) {
            rank(rank);
            if (rank > 0) {
                require('/', "Rank " + (rank + 1) + " ends here; `/` and the next must follow.");
            }
        }
        if (white < 0 || black < 0 || square < 0) {
            String missing = white < 0 ? "K" : black < 0 ? "k" : "" + table.piece().letter();
            throw error(at, "There is no piece (" + missing + ") on the board.", null);
        }
        require(' ', "The ranks end here; a blank and `w` or `b` must follow.");
        char turn = at < text.length() ? text.charAt(at) : 0;
        if (turn != 'w' && turn != 'b') {
            throw error(at, "It must be said whose turn it is.", "Maybe w or b.");
        }
        boolean isTurned = Character.isLowerCase(piece);
        int flip = isTurned ? 56 : 0;
        boolean isStrongToMove = turn == 'w' != isTurned;
        int strong = (isTurned ? black : white) ^ flip;
        int weak = (isTurned ? white : black) ^ flip;
        if (!table.isLegal(isStrongToMove, strong, weak, square ^ flip)) {
            throw error(0, "The rules do not allow this position.", hint(isStrongToMove));
        }
        return Position.of(table, isStrongToMove, strong, weak, square ^ flip, isTurned);
    }

    private static String hint(boolean isStrongToMove) {
        return isStrongToMove
                ? "Maybe the kings touch, or the side that is not to move is in check."
                : "Maybe the kings touch, or a pawn stands on the first or the last rank.";
    }

    private void rank(int rank) {
        int file = 0;
        while (file < 8) {
            char c = at < text.length() ? text.charAt(at) : 0;
            if (c >= '1' && c <= '8' && c - '0' <= 8 - file) {
                file += c - '0';
            } else {
                put(c, 8 * rank + file++);
            }
            at++;
        }
    }

    private void put(char c, int to) {
        char kind = Character.toUpperCase(c);
        if (c == 'K' && white < 0) {
            white = to;
        } else if (c == 'k' && black < 0) {
            black = to;
        } else if (kind == table.piece().letter() && square < 0) {
            square = to;
            piece = c;
        } else if (c == 0 || c == '/' || c == ' ') {
            throw error(at, "Rank " + (to / 8 + 1) + " has fewer than 8 squares.", null);
        } else if (Character.isDigit(c)) {
            throw error(at, "Rank " + (to / 8 + 1) + " has more than 8 squares.", null);
        } else if (kind == 'K' || kind == table.piece().letter()) {
            throw error(at, "There is more than one piece (" + c + ") on the board.", null);
        } else {
            String ending = "clew game k" + Character.toLowerCase(kind) + "k";
            throw error(
                    at,
                    "The piece (" + c + ") is not of this ending.",
                    KINDS.indexOf(kind) >= 0 ? "Maybe " + ending + "?" : null);
        }
    }

    private void require(char c, String sentence) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw error(at, sentence, null);
        }
        at++;
    }

    private static FenError error(int at, String sentence, @Nullable String hint) {
        return new FenError(at + 1, sentence, hint);
    }
}
