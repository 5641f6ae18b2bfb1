package dev.clew.plans.games;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Checks a table of distances to mate forward, position by position, with rules of chess of its
 * own: of the moves of a position that is won one must come a ply nearer and none more; each reply
 * of a lost one must be won, the slowest a ply nearer; a draw must have a move that keeps it, if it
 * is Black's, and none that wins, if it is White's. Since each ply comes nearer, this proves the
 * table.
 */
public final class EndgameCheck {
    private static final int NEVER = 1000;

    private final Endgame table;
    private final Endgame.Piece piece;

    private EndgameCheck(Endgame table) {
        this.table = table;
        this.piece = table.piece();
    }

    /** What is wrong with a table; empty if nothing is. */
    public static Optional<String> fault(Endgame table) {
        EndgameCheck check = new EndgameCheck(table);
        for (int side = 0; side < 2; side++) {
            for (int squares = 0; squares < 1 << 18; squares++) {
                Board board = new Board(side == 0, squares >> 12, squares >> 6 & 63, squares & 63);
                String fault = check.fault(board);
                if (fault != null) {
                    return Optional.of(board + ": " + fault);
                }
            }
        }
        return Optional.empty();
    }

    private record Board(boolean isWhites, int white, int black, int square) {
        static boolean touch(int a, int b) {
            int files = (a & 7) - (b & 7);
            int ranks = (a >> 3) - (b >> 3);
            return files * files <= 1 && ranks * ranks <= 1;
        }

        /**
         * Whether a queen or a rook could go from one square to another on the board of the kings.
         */
        boolean isFree(int from, int to, boolean isDiagonal, int passed) {
            int files = (to & 7) - (from & 7);
            int ranks = (to >> 3) - (from >> 3);
            int distance = Math.max(Math.abs(files), Math.abs(ranks));
            boolean isLine = files == 0 || ranks == 0;
            if (distance == 0 || !isLine && (!isDiagonal || Math.abs(files) != Math.abs(ranks))) {
                return false;
            }
            int step = Integer.signum(files) + 8 * Integer.signum(ranks);
            for (int s = from + step; s != to; s += step) {
                if (s == white || s == black && s != passed) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean attacks(Board b, int target) {
        if (piece == Endgame.Piece.PAWN) {
            int files = (target & 7) - (b.square() & 7);
            return (target >> 3) - (b.square() >> 3) == 1 && files * files == 1;
        }
        boolean isQueen = piece == Endgame.Piece.QUEEN;
        return b.isFree(b.square(), target, isQueen, b.black());
    }

    private boolean isAllowed(Board b) {
        boolean isPlace =
                b.white() != b.black() && b.white() != b.square() && b.black() != b.square();
        int rank = b.square() >> 3;
        return isPlace
                && !Board.touch(b.white(), b.black())
                && (piece != Endgame.Piece.PAWN || rank > 0 && rank < 7)
                && !(b.isWhites() && attacks(b, b.black()));
    }

    private @Nullable String fault(Board b) {
        boolean isAllowed = isAllowed(b);
        int told = table.plies(b.isWhites(), b.white(), b.black(), b.square());
        if (isAllowed != table.isLegal(b.isWhites(), b.white(), b.black(), b.square())) {
            return "the table and the rules disagree whether it is legal";
        } else if (!isAllowed) {
            return told == Retrograde.NOT_WON ? null : "it is not legal, and has a distance";
        }
        int worth = b.isWhites() ? attack(b) : defence(b);
        int expected = worth == NEVER ? Retrograde.NOT_WON : worth;
        return told == expected ? null : "the table says " + told + ", its moves say " + expected;
    }

    private int after(Endgame in, boolean isWhites, int white, int black, int square) {
        int plies = in.plies(isWhites, white, black, square);
        return plies < 0 ? NEVER : plies + 1;
    }

    private int attack(Board b) {
        int best = NEVER;
        for (int to = 0; to < 64; to++) {
            if (to != b.white()
                    && to != b.square()
                    && Board.touch(to, b.white())
                    && !Board.touch(to, b.black())) {
                best = Math.min(best, after(table, false, to, b.black(), b.square()));
            }
            if (to != b.white() && to != b.black() && canGo(b, to)) {
                best = Math.min(best, moved(b, to));
            }
        }
        return best;
    }

    private boolean canGo(Board b, int to) {
        if (piece != Endgame.Piece.PAWN) {
            return b.isFree(b.square(), to, piece == Endgame.Piece.QUEEN, -1);
        }
        int middle = b.square() + 8;
        boolean isBlocked = middle == b.white() || middle == b.black();
        return to == middle || to == middle + 8 && b.square() >> 3 == 1 && !isBlocked;
    }

    private int moved(Board b, int to) {
        if (piece != Endgame.Piece.PAWN || to >> 3 < 7) {
            return after(table, false, b.white(), b.black(), to);
        }
        int best = NEVER;
        for (Endgame promotion : table.promotions()) {
            best = Math.min(best, after(promotion, false, b.white(), b.black(), to));
        }
        return best;
    }

    private int defence(Board b) {
        int worst = -1;
        for (int to = 0; to < 64; to++) {
            if (to == b.black() || !Board.touch(to, b.black()) || Board.touch(to, b.white())) {
                continue;
            }
            if (to == b.square()) {
                return NEVER;
            } else if (!attacks(b, to)) {
                worst = Math.max(worst, after(table, true, b.white(), to, b.square()));
            }
        }
        boolean isStalemate = worst < 0 && !attacks(b, b.black());
        return isStalemate ? NEVER : Math.max(worst, 0);
    }
}
