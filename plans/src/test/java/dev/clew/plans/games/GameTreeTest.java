package dev.clew.plans.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.goals.Outcome;
import dev.clew.goals.Search;
import dev.clew.goals.proofs.ProofCheck;
import dev.clew.plans.games.GameTree.Turn;
import dev.clew.plans.numbers.Fraction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class GameTreeTest {
    private static final String ENTRY =
            """
            players Entrant, Incumbent   # two

            Entrant
              stay out: 0, 3
              enter: chance
                1/4 strong market: 3, 3
                0.75 weak market: Incumbent
                  fight: -1, -1
                  share: 2, 1
            """;

    @Test
    void findsWhatRationalPlayersDoAndWhy() {
        Solution solution = Solution.of(GameReader.read("entry", ENTRY));
        assertThat(solution.value(0)).containsExactly(Fraction.of(9, 4), Fraction.of(3, 2));
        assertThat(solution.game().actions(solution.path().getLast())).containsExactly("enter");
        assertThat(solution.reason(4))
                .isEqualTo("Incumbent takes `share`: 1 rather than -1 (fight)");
        var found = (Outcome.Achieved<Solution.Subgame>) Search.of(solution.problem()).run();
        assertThat(found.proof().goal().text()).isEqualTo("the game: (9/4, 3/2)");
        assertThat(ProofCheck.fault(found.proof(), solution.problem())).isEmpty();
        assertThat(found.proof().lines()).hasSize(7);
    }

    @Test
    void tiesAreBrokenAsAsked() {
        GameTree game =
                GameReader.read(
                        "ties",
                        """
                        players A, B
                        A
                          left: B
                            x: 1, 5
                            y: 9, 5
                            z: 0, 5
                          right: 2, 0
                        """);
        assertThat(Solution.of(game).value(0)).isEqualTo(List.of(Fraction.of(2), Fraction.of(0)));
        assertThat(Solution.of(game, Solution.Ties.KIND).value(0).getFirst())
                .isEqualTo(Fraction.of(9));
        assertThat(Solution.of(game, Solution.Ties.SPITEFUL).value(1).getFirst())
                .isEqualTo(Fraction.of(0));
        assertThat(Solution.of(game).isIndifferent(1)).isTrue();
        assertThat(Solution.of(game).isIndifferent(0)).isFalse();
    }

    @Test
    void theLeaderOfADuopolyProducesTwiceWhatTheFollowerDoes() {
        // Price 12 - q1 - q2, no costs: the leader makes 6, the follower 3.
        var builder = new GameTree.Builder(List.of("Leader", "Follower"));
        builder.start(new Turn.Player(0));
        for (int q1 = 0; q1 <= 12; q1++) {
            int node = builder.action(0, "make " + q1, new Turn.Player(1));
            for (int q2 = 0; q2 <= 12; q2++) {
                int price = Math.max(0, 12 - q1 - q2);
                List<Fraction> payoffs =
                        List.of(Fraction.of((long) q1 * price), Fraction.of((long) q2 * price));
                builder.action(node, "make " + q2, new Turn.End(payoffs));
            }
        }
        Solution solution = Solution.of(builder.build(), Solution.Ties.SPITEFUL);
        assertThat(solution.game().actions(solution.path().getLast()))
                .containsExactly("make 6", "make 3");
        assertThat(solution.value(0)).containsExactly(Fraction.of(18), Fraction.of(9));
    }

    @Test
    void noPlayerGainsByAnotherActionAnywhere() {
        long seed = Long.getLong("clew.seed", 9);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Solution solution = Solution.of(randomGame(random));
            GameTree game = solution.game();
            for (int i = 0; i < game.nodes().size(); i++) {
                if (game.nodes().get(i).turn() instanceof Turn.Player player) {
                    int p = player.number();
                    List<Fraction> all = solution.value(i);
                    Fraction value = all.get(p);
                    assertThat(game.nodes().get(i).next())
                            .as("seed %d", seed)
                            .allMatch(n -> solution.value(n).get(p).compareTo(value) <= 0)
                            .anyMatch(n -> solution.value(n).equals(all));
                }
            }
        }
    }

    private static GameTree randomGame(Random random) {
        var builder = new GameTree.Builder(List.of("A", "B", "C"));
        List<Integer> open = new ArrayList<>(List.of(builder.start(new Turn.Player(0))));
        for (int i = 0; i < open.size(); i++) {
            for (int action = 0; action < 2; action++) {
                boolean isEnd = random.nextInt(3) == 0 || open.size() > 20;
                Turn turn = isEnd ? end(random) : new Turn.Player(random.nextInt(3));
                int node = builder.action(open.get(i), "a" + action, turn);
                if (!isEnd) {
                    open.add(node);
                }
            }
        }
        return builder.build();
    }

    private static Turn end(Random random) {
        List<Fraction> payoffs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            payoffs.add(Fraction.of(random.nextInt(10), 1 + random.nextInt(3)));
        }
        return new Turn.End(payoffs);
    }

    @Test
    void tellsWhereATextIsNoGame() {
        assertFault("players A\nA\n  x: B\n", "g:3:6: error: There is no player (B).");
        assertFault("A\n", "g:1:1: error: The players must be named first.");
        assertFault("players A\nA\n", "g:2:1: error: Nothing follows here.");
        assertFault(
                "players A\nA\n  x: 1, 2\n", "g:3:6: error: There are 2 payoffs for 1 players.");
        assertFault("players A\nA\n  x: 1\n  x: 2\n", "g:4:3: error: There is a second action (x)");
        assertFault(
                "players A\nA\n  x: 1\n    y: 2\n", "g:4:5: error: Nothing can follow payoffs.");
        assertFault("players A\nA\n  x 1\n", "g:3:6: error: A colon and what follows are missing.");
        assertFault(
                "players A\nchance\n  1/2 x: 1\n  1/3 y: 1\n",
                "g:2:1: error: The probabilities here add up to 5/6, not 1.");
        assertFault("players A\nA\n  x: 1/0\n", "g:3:6: error: The word (1/0) is no number.");
        assertFault("", "g:1:1: error: There is no game.");
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> GameReader.read("g", text))
                .isInstanceOf(GameError.class)
                .hasMessageStartingWith(message);
    }
}
