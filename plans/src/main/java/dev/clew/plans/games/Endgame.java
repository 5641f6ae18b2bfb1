package dev.clew.plans.games;

import java.util.ArrayList;
import java.util.List;

/**
 * An ending of chess with a king and one piece against a king, solved whole: for each position the
 * distance to mate. White has the piece. Positions are numbered: whose turn it is, the squares of
 * White's king, of Black's king and of the piece, each from 0 (a1) to 63 (h8) row by row.
 */
public final class Endgame implements Retrograde.Game {
    private static final int[][] STEPS = {
        {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}
    };

    private final Piece piece;
    private final int rays;
    private final List<Endgame> promotions;
    private final int[][] near = new int[64][];
    private final byte[] plies;

    /** The piece that White has beside the king. */
    public enum Piece {
        /** A queen. */
        QUEEN('Q'),
        /** A rook. */
        ROOK('R'),
        /** A pawn. */
        PAWN('P');

        private final char letter;

        Piece(char letter) {
            this.letter = letter;
        }

        /** The letter of the piece in English. */
        public char letter() {
            return letter;
        }
    }

    private Endgame(Piece piece, List<Endgame> promotions) {
        this.piece = piece;
        this.rays = piece == Piece.QUEEN ? 8 : piece == Piece.ROOK ? 4 : 0;
        this.promotions = promotions;
        for (int square = 0; square < 64; square++) {
            near[square] = near(square);
        }
        this.plies = Retrograde.solve(this);
    }

    /** Solves an ending; a pawn needs those of the pieces that it may become. */
    public static Endgame of(Piece piece) {
        return piece == Piece.PAWN
                ? new Endgame(piece, List.of(of(Piece.QUEEN), of(Piece.ROOK)))
                : new Endgame(piece, List.of());
    }

    private static int[] near(int square) {
        List<Integer> squares = new ArrayList<>();
        for (int[] step : STEPS) {
            int x = square % 8 + step[0];
            int y = square / 8 + step[1];
            if (x >= 0 && x < 8 && y >= 0 && y < 8) {
                squares.add(8 * y + x);
            }
        }
        return squares.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The number of a position. */
    static int number(boolean whiteToMove, int white, int black, int square) {
        return (whiteToMove ? 0 : 1 << 18) | white << 12 | black << 6 | square;
    }

    private static int white(int position) {
        return position >> 12 & 63;
    }

    private static int black(int position) {
        return position >> 6 & 63;
    }

    private static int square(int position) {
        return position & 63;
    }

    /** The piece. */
    public Piece piece() {
        return piece;
    }

    /** The endings that a promotion leads to: with a queen and with a rook. */
    List<Endgame> promotions() {
        return promotions;
    }

    /** In how many plies White mates at best; -1 if never, or if the position is not legal. */
    public int plies(boolean whiteToMove, int white, int black, int square) {
        return plies[number(whiteToMove, white, black, square)];
    }

    /** Whether the rules allow a position. */
    public boolean isLegal(boolean whiteToMove, int white, int black, int square) {
        return isLegal(number(whiteToMove, white, black, square));
    }

    /**
     * How many positions there are.
     *
     * @param legal how many the rules allow
     * @param won how many of these White wins
     * @param longest the plies to mate of the one that takes longest
     */
    public record Census(int legal, int won, int longest) {}

    /** Counts the positions with White or with Black to move. */
    public Census census(boolean whiteToMove) {
        int legal = 0;
        int won = 0;
        int longest = 0;
        for (int p = 0; p < positions(); p++) {
            if (isAttackersTurn(p) == whiteToMove && isLegal(p)) {
                legal++;
                won += plies[p] >= 0 ? 1 : 0;
                longest = Math.max(longest, plies[p]);
            }
        }
        return new Census(legal, won, longest);
    }

    @Override
    public int positions() {
        return 1 << 19;
    }

    @Override
    public boolean isAttackersTurn(int position) {
        return position < 1 << 18;
    }

    @Override
    public boolean isLegal(int position) {
        int white = white(position);
        int black = black(position);
        int square = square(position);
        if (white == black || white == square || black == square || isNear(white, black)) {
            return false;
        }
        boolean isOnBoard = piece != Piece.PAWN || square >= 8 && square < 56;
        return isOnBoard && !(isAttackersTurn(position) && attacks(square, black, white));
    }

    private static boolean isNear(int a, int b) {
        return Math.abs(a % 8 - b % 8) <= 1 && Math.abs(a / 8 - b / 8) <= 1;
    }

    /** Whether the piece attacks a square, with White's king perhaps in between. */
    private boolean attacks(int from, int target, int white) {
        if (piece == Piece.PAWN) {
            return target / 8 == from / 8 + 1 && Math.abs(target % 8 - from % 8) == 1;
        }
        for (int ray = 0; ray < rays; ray++) {
            for (int s = next(from, ray); s >= 0 && s != white; s = next(s, ray)) {
                if (s == target) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The next square on a ray; -1 at the edge. */
    private static int next(int square, int ray) {
        int x = square % 8 + STEPS[ray][0];
        int y = square / 8 + STEPS[ray][1];
        return x < 0 || x > 7 || y < 0 || y > 7 ? -1 : 8 * y + x;
    }

    /** Whether Black's king is attacked. */
    boolean isChecked(int position) {
        return attacks(square(position), black(position), white(position));
    }

    @Override
    public boolean isLost(int position) {
        return isChecked(position) && !canEscape(position) && flights(position, new int[8]) == 0;
    }

    @Override
    public int successors(int position, int[] into) {
        return isAttackersTurn(position) ? advances(position, into) : flights(position, into);
    }

    /** Black's moves that capture nothing. */
    private int flights(int position, int[] into) {
        int white = white(position);
        int square = square(position);
        int n = 0;
        for (int to : near[black(position)]) {
            if (to != square && !isNear(to, white) && !attacks(square, to, white)) {
                into[n++] = number(true, white, to, square);
            }
        }
        return n;
    }

    @Override
    public boolean canEscape(int position) {
        return isNear(black(position), square(position))
                && !isNear(white(position), square(position));
    }

    /** White's moves, promotions excepted. */
    private int advances(int position, int[] into) {
        int white = white(position);
        int black = black(position);
        int square = square(position);
        int n = 0;
        for (int to : near[white]) {
            if (to != square && !isNear(to, black)) {
                into[n++] = number(false, to, black, square);
            }
        }
        for (int ray = 0; ray < rays; ray++) {
            for (int s = next(square, ray); s >= 0 && s != white && s != black; s = next(s, ray)) {
                into[n++] = number(false, white, black, s);
            }
        }
        int end = piece == Piece.PAWN && square < 48 ? square + (square < 16 ? 16 : 8) : square;
        for (int s = square + 8; s <= end && s != white && s != black; s += 8) {
            into[n++] = number(false, white, black, s);
        }
        return n;
    }

    @Override
    public int predecessors(int position, int[] into) {
        int white = white(position);
        int black = black(position);
        int square = square(position);
        int n = 0;
        if (isAttackersTurn(position)) {
            for (int from : near[black]) {
                n = add(number(false, white, from, square), into, n);
            }
            return n;
        }
        for (int from : near[white]) {
            n = add(number(true, from, black, square), into, n);
        }
        for (int ray = 0; ray < rays; ray++) {
            for (int s = next(square, ray); s >= 0 && s != white && s != black; s = next(s, ray)) {
                n = add(number(true, white, black, s), into, n);
            }
        }
        int start = piece == Piece.PAWN ? square / 8 == 3 ? square - 16 : square - 8 : square;
        for (int s = square - 8; s >= start && s != white && s != black; s -= 8) {
            n = add(number(true, white, black, s), into, n);
        }
        return n;
    }

    private int add(int position, int[] into, int n) {
        if (isLegal(position)) {
            into[n++] = position;
        }
        return n;
    }

    @Override
    public int exit(int position) {
        int to = square(position) + 8;
        int best = 0;
        if (piece == Piece.PAWN && to >= 56 && to != white(position) && to != black(position)) {
            for (Endgame promotion : promotions) {
                int after = promotion.plies(false, white(position), black(position), to);
                best = after >= 0 && (best == 0 || after + 1 < best) ? after + 1 : best;
            }
        }
        return best;
    }
}
