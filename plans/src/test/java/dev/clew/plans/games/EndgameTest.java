package dev.clew.plans.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.goals.Outcome;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.goals.proofs.ProofCheck;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

class EndgameTest {
    private static final Map<Endgame.Piece, Endgame> TABLES = new EnumMap<>(Endgame.Piece.class);

    @BeforeAll
    static void solve() {
        for (Endgame.Piece piece : Endgame.Piece.values()) {
            TABLES.put(piece, Endgame.of(piece));
        }
    }

    private static Endgame table(Endgame.Piece piece) {
        return Objects.requireNonNull(TABLES.get(piece));
    }

    private static Position read(Endgame.Piece piece, String fen) {
        return Fen.read(fen, table(piece));
    }

    @Test
    void everyPositionIsWorthWhatItsMovesAre() {
        TABLES.values().forEach(table -> assertThat(EndgameCheck.fault(table)).isEmpty());
    }

    @Test
    void aQueenMatesInTenMovesARookInSixteenAPawnInTwentyEight() {
        assertThat(table(Endgame.Piece.QUEEN).census(true).longest()).isEqualTo(19);
        assertThat(table(Endgame.Piece.ROOK).census(true).longest()).isEqualTo(31);
        assertThat(table(Endgame.Piece.PAWN).census(true).longest()).isEqualTo(55);
    }

    @Test
    void whiteToMoveAlwaysWinsWithAQueenOrARook() {
        for (Endgame.Piece piece : List.of(Endgame.Piece.QUEEN, Endgame.Piece.ROOK)) {
            Endgame.Census census = table(piece).census(true);
            assertThat(census.won()).isEqualTo(census.legal());
        }
    }

    @Test
    void knowsMateStalemateAndTheLossOfThePiece() {
        assertThat(read(Endgame.Piece.QUEEN, "k7/1Q6/1K6/8/8/8/8/8 b").worth())
                .isEqualTo(new Position.Worth.Mate(0));
        assertThat(read(Endgame.Piece.QUEEN, "k7/2Q5/8/8/8/8/8/7K b").worth())
                .isEqualTo(new Position.Worth.Draw());
        assertThat(read(Endgame.Piece.ROOK, "k7/1R6/8/8/8/8/8/7K b").worth())
                .isEqualTo(new Position.Worth.Draw());
    }

    @Test
    void theOppositionDecidesAboutAPawn() {
        assertThat(read(Endgame.Piece.PAWN, "4k3/8/4K3/4P3/8/8/8/8 w").worth())
                .isInstanceOf(Position.Worth.Mate.class);
        assertThat(read(Endgame.Piece.PAWN, "8/4k3/8/4K3/4P3/8/8/8 w").worth())
                .isEqualTo(new Position.Worth.Draw());
        assertThat(read(Endgame.Piece.PAWN, "8/4k3/8/4K3/4P3/8/8/8 b").worth())
                .isInstanceOf(Position.Worth.Mate.class);
    }

    @Test
    void promotesToARookWhereAQueenWouldStalemate() {
        Position position = read(Endgame.Piece.PAWN, "8/k1P5/8/1K6/8/8/8/8 w");
        assertThat(position.moves()).extracting(Position.Move::name).contains("c8=R", "c8=Q");
        for (Position.Move move : position.moves()) {
            if (move.name().startsWith("c8=Q")) {
                assertThat(move.worth()).isEqualTo(new Position.Worth.Draw());
            }
        }
        assertThat(position.line().getFirst().name()).isNotEqualTo("c8=Q");
    }

    @Test
    void aLineEndsInMateAndComesAPlyNearerWithEachMove() {
        long seed = Long.getLong("clew.seed", 3);
        Random random = new Random(seed);
        for (int found = 0; found < 100; ) {
            Endgame table = table(Endgame.Piece.values()[random.nextInt(3)]);
            int white = random.nextInt(64);
            int black = random.nextInt(64);
            int square = random.nextInt(64);
            boolean whites = random.nextBoolean();
            int plies = table.plies(whites, white, black, square);
            if (plies < 0) {
                continue;
            }
            found++;
            boolean isTurned = random.nextBoolean();
            Position position = Position.of(table, whites, white, black, square, isTurned);
            List<Position.Move> line = position.line();
            assertThat(line).as("%s, seed %d", position, seed).hasSize(plies);
            for (int i = 0; i < line.size(); i++) {
                assertThat(line.get(i).worth()).isEqualTo(new Position.Worth.Mate(plies - i - 1));
            }
            assertThat(plies == 0 || line.getLast().name().endsWith("#")).isTrue();
            assertThat(Fen.read(position.fen(), table)).isEqualTo(position);
        }
    }

    @Test
    void blackMayHaveThePiece() {
        assertThat(read(Endgame.Piece.PAWN, "8/4p3/4k3/8/4K3/8/8/8 b").worth())
                .isEqualTo(read(Endgame.Piece.PAWN, "8/8/8/4k3/8/4K3/4P3/8 w").worth());
    }

    @Test
    void theSearchOfGoalGraphsFindsTheSameMates() {
        for (String fen :
                List.of(
                        "k7/8/3K4/8/8/8/7Q/8 w",
                        "7k/8/5K2/8/8/8/8/Q7 w",
                        "k7/8/2K5/8/8/8/8/1Q6 w")) {
            Position position = read(Endgame.Piece.QUEEN, fen);
            int plies = ((Position.Worth.Mate) position.worth()).plies();
            var problem = position.mating(plies);
            var outcome = Search.of(problem).by(new Strategy.ProofNumber()).run();
            assertThat(outcome).as(fen).isInstanceOf(Outcome.Achieved.class);
            var proof = ((Outcome.Achieved<Position.Mating>) outcome).proof();
            assertThat(ProofCheck.fault(proof, problem)).isEmpty();
            assertThat(Search.of(position.mating(plies - 1)).by(new Strategy.ProofNumber()).run())
                    .as(fen)
                    .isInstanceOf(Outcome.Impossible.class);
        }
    }

    @Test
    void tellsWhereATextIsNoPosition() {
        assertThatThrownBy(() -> read(Endgame.Piece.QUEEN, "8/8/8/8/8/2k5/8/K6R w"))
                .hasMessage(
                        "position:1:19: error: The piece (R) is not of this ending.\n"
                                + "  Maybe clew game krk?");
        assertThatThrownBy(() -> read(Endgame.Piece.QUEEN, "8/8/8/8/8/2k5/8/K6 w"))
                .hasMessage("position:1:19: error: Rank 1 has fewer than 8 squares.");
        assertThatThrownBy(() -> read(Endgame.Piece.QUEEN, "8/8/8/8/8/2k5/8/K6Q"))
                .hasMessageContaining("position:1:20: error: The ranks end here");
        assertThatThrownBy(() -> read(Endgame.Piece.QUEEN, "8/8/8/8/8/8/1k6/K6Q w"))
                .hasMessageContaining("The rules do not allow this position.");
        assertThatThrownBy(() -> read(Endgame.Piece.QUEEN, "8/8/8/8/8/8/8/K6Q w"))
                .hasMessageContaining("There is no piece (k) on the board.");
    }
}
