package dev.clew.cli.game;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Texts;
import dev.clew.goals.Outcome;
import dev.clew.goals.Search;
import dev.clew.goals.proofs.Proof;
import dev.clew.goals.proofs.Writing;
import dev.clew.plans.games.Endgame;
import dev.clew.plans.games.Fen;
import dev.clew.plans.games.GameError;
import dev.clew.plans.games.GameReader;
import dev.clew.plans.games.GameTree;
import dev.clew.plans.games.Position;
import dev.clew.plans.games.Solution;
import dev.clew.rules.json.Json;
import dev.clew.rules.streams.StreamTable;

import java.util.ArrayList;
import java.util.List;

/** {@code clew game KIND ...}: solves a game from its ends. */
public final class GameCommand {
    private final StreamTable streams;
    private final CommandLine line;
    private final Texts texts;

    /** The command with its words. */
    public GameCommand(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
        this.texts = new Texts(streams);
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "game",
                "KIND ...",
                "solves an ending of chess or a game tree",
                """
                Solves a game by backward induction.

                  clew game kqk "8/8/8/8/8/2k5/8/K6Q w"
                  clew game kpk
                  clew game tree examples/games/entry.game --why

                kqk, krk and kpk are endings of chess: a king and a queen, a rook or a pawn against a king.
                With a position (FEN) they print the distance to mate, or that it is a draw, and a best
                line; without one, how many positions there are. tree reads players, actions, moves of
                chance and payoffs from a file and prints what rational players do and can expect; it reads
                standard input if no file is named.

                Ends with status 0 if the game is solved, 2 if the position or the file has an error.
                """,
                List.of(
                        Option.flag("--why", "tree: show why, as a proof"),
                        Option.value(
                                "--ties",
                                "HOW",
                                "tree: of equal actions take the first, the kind or the spiteful"
                                        + " one"),
                        Option.flag("--json", "print JSON")),
                false);
    }

    /** Solves; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        String kind = words.isEmpty() ? "" : words.getFirst();
        try {
            return switch (kind) {
                case "kqk" -> endgame(Endgame.Piece.QUEEN, words);
                case "krk" -> endgame(Endgame.Piece.ROOK, words);
                case "kpk" -> endgame(Endgame.Piece.PAWN, words);
                case "tree" -> tree(words);
                default ->
                        throw new UsageError(
                                kind.isEmpty()
                                        ? "clew game needs a kind of game."
                                        : "There is no game (" + kind + ").",
                                "Maybe kqk, krk, kpk or tree.");
            };
        } catch (GameError | Fen.FenError e) {
            texts.say(e.getMessage() == null ? "" : e.getMessage());
            return Exit.WRONG;
        }
    }

    // ---- Endings ----

    private int endgame(Endgame.Piece piece, List<String> words) {
        Endgame table = Endgame.of(piece);
        if (words.size() == 1) {
            streams.userOutput().write(line.has("--json") ? censusJson(table) : census(table));
            return Exit.ANSWERED;
        }
        String fen = String.join(" ", words.subList(1, words.size()));
        Position position = Fen.read(fen, table);
        streams.userOutput().write(line.has("--json") ? lineJson(position) : line(position));
        return Exit.ANSWERED;
    }

    private static String census(Endgame table) {
        StringBuilder text = new StringBuilder();
        for (boolean isWhites : new boolean[] {true, false}) {
            Endgame.Census census = table.census(isWhites);
            text.append(isWhites ? "white" : "black").append(" to move: ");
            text.append(census.legal()).append(" positions, ");
            text.append(census.won()).append(" won by white, ");
            text.append(census.legal() - census.won()).append(" drawn; mate in ");
            text.append((census.longest() + 1) / 2).append(" at most\n");
        }
        return text.toString();
    }

    private static String censusJson(Endgame table) {
        Json json = new Json().openArray();
        for (boolean isWhites : new boolean[] {true, false}) {
            Endgame.Census census = table.census(isWhites);
            json.open().key("to_move").text(isWhites ? "white" : "black");
            json.key("positions").number(census.legal()).key("won").number(census.won());
            json.key("drawn").number(census.legal() - census.won());
            json.key("longest_plies").number(census.longest()).close();
        }
        return json.closeArray() + "\n";
    }

    private static String line(Position position) {
        if (!(position.worth() instanceof Position.Worth.Mate mate)) {
            return "draw\n";
        }
        String what =
                mate.plies() == 0
                        ? "mate"
                        : position.isStrongToMove()
                                ? "mate in " + mate.moves()
                                : "mated in " + mate.moves();
        return what + "\n" + moves(position) + (mate.plies() == 0 ? "" : "\n");
    }

    private static String moves(Position position) {
        StringBuilder text = new StringBuilder();
        boolean isFirst = position.isWhiteToMove();
        List<Position.Move> line = position.line();
        for (int i = 0; i < line.size(); i++) {
            boolean isWhites = i % 2 == 0 == isFirst;
            int number = (i + (isFirst ? 0 : 1)) / 2 + 1;
            text.append(i == 0 ? "" : " ");
            text.append(isWhites ? number + ". " : i == 0 ? number + "... " : "");
            text.append(line.get(i).name());
        }
        return text.toString();
    }

    private static String lineJson(Position position) {
        Json json = new Json().open().key("position").text(position.fen());
        if (position.worth() instanceof Position.Worth.Mate mate) {
            json.key("outcome").text("mate").key("plies").number(mate.plies());
            json.key("moves").number(mate.moves());
            List<String> names = new ArrayList<>();
            for (Position.Move move : position.line()) {
                names.add(move.name());
            }
            json.key("line").texts(names);
        } else {
            json.key("outcome").text("draw");
        }
        return json.close() + "\n";
    }

    // ---- Trees ----

    private int tree(List<String> words) {
        if (words.size() > 2) {
            throw new UsageError("clew game tree needs one file.", null);
        }
        boolean isFile = words.size() == 2 && !words.get(1).equals("-");
        String name = isFile ? words.get(1) : "standard input";
        GameTree game = GameReader.read(name, isFile ? texts.file(name) : texts.input());
        Solution solution;
        try {
            solution = Solution.of(game, ties());
        } catch (ArithmeticException e) {
            texts.say(name + ": error: The payoffs that can be expected are too long to be exact.");
            return Exit.WRONG;
        }
        streams.userOutput().write(line.has("--json") ? treeJson(solution) : tree(solution));
        return Exit.ANSWERED;
    }

    private Solution.Ties ties() {
        String how = line.value("--ties");
        return switch (how == null ? "first" : how) {
            case "first" -> Solution.Ties.FIRST;
            case "kind" -> Solution.Ties.KIND;
            case "spiteful" -> Solution.Ties.SPITEFUL;
            default ->
                    throw new UsageError(
                            "The argument (" + how + ") of --ties is unknown.",
                            "Maybe first, kind or spiteful.");
        };
    }

    private String tree(Solution solution) {
        StringBuilder text = new StringBuilder();
        GameTree game = solution.game();
        for (int node = 0; node < game.nodes().size(); node++) {
            if (solution.choice(node) >= 0) {
                List<String> actions = game.actions(node);
                text.append(actions.isEmpty() ? "start" : String.join(", ", actions));
                text.append(": ").append(solution.reason(node)).append('\n');
            }
        }
        List<String> path = game.actions(solution.path().getLast());
        text.append("path: ").append(path.isEmpty() ? "chance" : String.join(", ", path));
        text.append("\nvalue:");
        for (int i = 0; i < game.players().size(); i++) {
            text.append(i == 0 ? " " : ", ").append(game.players().get(i)).append(' ');
            text.append(solution.value(0).get(i));
        }
        text.append('\n');
        return line.has("--why")
                ? text.append(Writing.with(GameCommand::words).text(proof(solution))).toString()
                : text.toString();
    }

    private static String words(Solution.Subgame subgame) {
        return subgame.text();
    }

    private static Proof<Solution.Subgame> proof(Solution solution) {
        if (Search.of(solution.problem()).run()
                instanceof Outcome.Achieved<Solution.Subgame> found) {
            return found.proof();
        }
        throw new IllegalStateException("The backward induction has no proof.");
    }

    private String treeJson(Solution solution) {
        GameTree game = solution.game();
        Json json = new Json().open().key("players").texts(game.players());
        json.key("value").openArray();
        solution.value(0).forEach(value -> json.text(value.toString()));
        json.closeArray();
        json.key("path").texts(game.actions(solution.path().getLast()));
        json.key("choices").openArray();
        for (int node = 0; node < game.nodes().size(); node++) {
            int choice = solution.choice(node);
            if (choice >= 0) {
                json.open().key("after").texts(game.actions(node));
                json.key("action").text(game.nodes().get(choice).action());
                json.key("indifferent").truth(solution.isIndifferent(node)).close();
            }
        }
        json.closeArray();
        if (line.has("--why")) {
            json.key("proof").raw(Writing.with(GameCommand::words).json(proof(solution)));
        }
        return json.close() + "\n";
    }
}
