package dev.clew.plans.games;

import java.util.Arrays;

/**
 * Retrograde analysis of a game in which an attacker wants a certain end and a defender does not
 * (Ströhlein 1970; Thompson, "Retrograde Analysis of Certain Endgames", 1986). It begins with the
 * ends and goes backward ply by ply: a position of the attacker is won as soon as one move leads to
 * a won one, a position of the defender when the last of its moves does. A counter of the moves
 * that are not yet lost keeps this linear in the number of moves.
 */
final class Retrograde {
    /** The number of plies of a position that is not won. */
    static final byte NOT_WON = -1;

    private static final int MAX_MOVES = 64;

    /** A game with numbered positions. */
    interface Game {
        /** How many numbers there are. */
        int positions();

        /** Whether a number stands for a position of the game. */
        boolean isLegal(int position);

        /** Whether the attacker is to move. */
        boolean isAttackersTurn(int position);

        /** Whether the defender, who is to move, has lost already. */
        boolean isLost(int position);

        /** The positions after each move within the table; returns how many. */
        int successors(int position, int[] into);

        /** The positions before each move within the table; returns how many. */
        int predecessors(int position, int[] into);

        /**
         * In how many plies the attacker wins by a move that leaves the table, the fastest; 0 if
         * there is none.
         */
        int exit(int position);

        /** Whether the defender can move out of the table and not lose. */
        boolean canEscape(int position);
    }

    private final Game game;
    private final byte[] plies;
    private final byte[] exits;
    private final byte[] replies;
    private int maxExit;
    private int[] frontier = new int[1 << 12];
    private int count;

    private Retrograde(Game game) {
        this.game = game;
        this.plies = new byte[game.positions()];
        this.exits = new byte[game.positions()];
        this.replies = new byte[game.positions()];
        Arrays.fill(plies, NOT_WON);
    }

    /**
     * For each position in how many plies the attacker wins, if the attacker is as fast and the
     * defender as slow as possible; {@link #NOT_WON} if never.
     */
    static byte[] solve(Game game) {
        Retrograde analysis = new Retrograde(game);
        analysis.begin();
        for (int ply = 1; analysis.count > 0 || ply <= analysis.maxExit; ply++) {
            analysis.advance(ply);
        }
        return analysis.plies;
    }

    private void begin() {
        int[] moves = new int[MAX_MOVES];
        for (int p = 0; p < plies.length; p++) {
            if (!game.isLegal(p)) {
                continue;
            }
            if (game.isAttackersTurn(p)) {
                exits[p] = (byte) game.exit(p);
                maxExit = Math.max(maxExit, exits[p]);
            } else if (game.isLost(p)) {
                win(p, 0);
            } else if (!game.canEscape(p)) {
                replies[p] = (byte) game.successors(p, moves);
            }
        }
    }

    private void win(int position, int ply) {
        plies[position] = (byte) ply;
        if (count == frontier.length) {
            frontier = Arrays.copyOf(frontier, 2 * count);
        }
        frontier[count++] = position;
    }

    /** From the positions that are won in one ply less. */
    private void advance(int ply) {
        int[] before = Arrays.copyOf(frontier, count);
        int[] moves = new int[MAX_MOVES];
        count = 0;
        for (int position : before) {
            int n = game.predecessors(position, moves);
            for (int i = 0; i < n; i++) {
                int p = moves[i];
                boolean isAttackers = game.isAttackersTurn(p);
                // A counter that is 0 from the start is that of a way out, and never comes to 0.
                if (plies[p] == NOT_WON && (isAttackers || --replies[p] == 0)) {
                    win(p, ply);
                }
            }
        }
        for (int p = 0; ply <= maxExit && p < exits.length; p++) {
            if (exits[p] == ply && plies[p] == NOT_WON) {
                win(p, ply);
            }
        }
    }
}
