package dev.clew.cli.puzzle;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.Option;
import dev.clew.cli.commands.Usage;
import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Texts;
import dev.clew.goals.Budget;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.goals.proofs.Proof;
import dev.clew.goals.proofs.Writing;
import dev.clew.plans.puzzles.Behaviour;
import dev.clew.plans.puzzles.Countdown;
import dev.clew.plans.puzzles.Expressions;
import dev.clew.plans.puzzles.Grid;
import dev.clew.plans.puzzles.PuzzleError;
import dev.clew.plans.puzzles.Sudoku;
import dev.clew.plans.puzzles.SudokuMaker;
import dev.clew.plans.puzzles.Trace;
import dev.clew.plans.puzzles.Wording;
import dev.clew.rules.json.Json;
import dev.clew.rules.streams.StreamTable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code clew puzzle KIND ...}: solves a puzzle. */
public final class PuzzleCommand {
    private static final Strategy DEPTH_FIRST = new Strategy.DepthFirst(1000);
    private static final long MAX_NUMBER = 1_000_000;

    private final StreamTable streams;
    private final CommandLine line;
    private final Texts texts;

    /** The command with its words. */
    public PuzzleCommand(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
        this.texts = new Texts(streams);
    }

    /** What the command takes. */
    public static Usage usage() {
        return new Usage(
                "puzzle",
                "KIND ...",
                "solves a puzzle of numbers or a Sudoku",
                """
                Solves a puzzle backward from its goal and prints the solution.

                  clew puzzle countdown 952 25 50 75 100 3 6
                  clew puzzle 24 4 7 8 8
                  clew puzzle sudoku examples/puzzles/sudoku.txt

                countdown makes the first number of the others, up to 6, each used once at most. 24 makes
                24 and uses all numbers. Both add, subtract, multiply and divide, with exact fractions, by
                the fewest operations. sudoku fills a grid of 4, 6, 9 or 16 cells a side, a character a
                cell, a dot for an empty one; it reads standard input if no file is named.

                Ends with status 0 if there is a solution, 1 if there is none, 2 if the puzzle has an
                error, 3 if it stopped early.
                """,
                List.of(
                        Option.flag("--why", "show the proof"),
                        Option.flag("--trace", "tell the search in words, without looking ahead"),
                        Option.value("--timeout", "TIME", "stop after that time: 2s, 500ms, 1m"),
                        Option.value("--expansions", "N", "stop after N expanded goals"),
                        Option.flag("--json", "print JSON")),
                false);
    }

    /** Solves; returns the exit status. */
    public int run() {
        List<String> words = line.operands();
        String kind = words.isEmpty() ? "" : words.getFirst();
        try {
            return switch (kind) {
                case "countdown" -> countdown(words);
                case "24" -> twentyFour(words);
                case "sudoku" -> sudoku(words);
                default ->
                        throw new UsageError(
                                kind.isEmpty()
                                        ? "clew puzzle needs a kind of puzzle."
                                        : "There is no puzzle (" + kind + ").",
                                "Maybe countdown, 24 or sudoku.");
            };
        } catch (PuzzleError e) {
            texts.say(e.getMessage());
            return Exit.WRONG;
        }
    }

    private int countdown(List<String> words) {
        if (words.size() < 3 || words.size() > 8) {
            throw new UsageError(
                    "clew puzzle countdown needs a target and 1 to 6 numbers.",
                    "Maybe clew puzzle countdown 952 25 50 75 100 3 6.");
        }
        List<Long> numbers = numbers(words.subList(2, words.size()));
        return numbers(Countdown.anyOf(numbers), number(words.get(1)), numbers, false);
    }

    private int twentyFour(List<String> words) {
        if (words.size() < 2 || words.size() > 7) {
            throw new UsageError(
                    "clew puzzle 24 needs 1 to 6 numbers.", "Maybe clew puzzle 24 4 7 8 8.");
        }
        List<Long> numbers = numbers(words.subList(1, words.size()));
        return numbers(Countdown.allOf(numbers), 24, numbers, true);
    }

    private static List<Long> numbers(List<String> words) {
        List<Long> numbers = new ArrayList<>();
        for (String word : words) {
            numbers.add(number(word));
        }
        return numbers;
    }

    private static long number(String word) {
        try {
            long number = Long.parseLong(word);
            if (number >= 1 && number <= MAX_NUMBER) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says it all.
        }
        throw new UsageError(
                "The number (" + word + ") must be a whole number from 1 to " + MAX_NUMBER + ".",
                null);
    }

    private int numbers(Countdown game, long target, List<Long> numbers, boolean all) {
        boolean isTold = line.has("--trace");
        var problem = (isTold ? game.withoutLookingAhead() : game).problem(target);
        Strategy by = isTold ? DEPTH_FIRST : new Strategy.BestFirst();
        return solve(
                problem,
                by,
                Countdown.Goal::toString,
                proof ->
                        checked(Expressions.of(proof), target, numbers, all)
                                + " = "
                                + target
                                + "\n");
    }

    private static String checked(String expression, long target, List<Long> numbers, boolean all) {
        if (!Expressions.makes(expression, target, numbers, all)) {
            throw new IllegalStateException("The solution " + expression + " is wrong");
        }
        return expression;
    }

    private int sudoku(List<String> words) {
        if (words.size() > 2) {
            throw new UsageError("clew puzzle sudoku needs one file.", null);
        }
        boolean isFile = words.size() == 2 && !words.get(1).equals("-");
        String name = isFile ? words.get(1) : "standard input";
        Grid grid = Grid.read(name, isFile ? texts.file(name) : texts.input());
        int status =
                solve(
                        Sudoku.problem(grid),
                        DEPTH_FIRST,
                        g -> "a grid with " + g.empty() + " empty cells",
                        proof -> proof.lines().getFirst().goal().toString());
        boolean isSure = grid.side() <= 9 && !line.has("--json");
        if (status == Exit.ANSWERED && isSure && SudokuMaker.solutions(grid, 2).size() > 1) {
            texts.say("There are other solutions.");
        }
        return status;
    }

    private <G> int solve(
            Problem<G> problem,
            Strategy by,
            Function<G, String> words,
            Function<Proof<G>, String> solution) {
        Search<G> search = Search.of(problem).by(by).within(budget());
        Trace<G> trace = new Trace<>(problem, words);
        if (line.has("--trace")) {
            search.telling(trace);
        }
        Outcome<G> outcome = search.run();
        return line.has("--json")
                ? tellJson(outcome, trace, words, solution)
                : tell(outcome, trace, words, solution);
    }

    private Budget budget() {
        long nanos = line.nanos("--timeout", 0);
        Budget budget = Budget.ofExpansions(line.count("--expansions", Long.MAX_VALUE));
        return nanos == 0 ? budget : budget.withTime(Duration.ofNanos(nanos));
    }

    private <G> int tell(
            Outcome<G> outcome,
            Trace<G> trace,
            Function<G, String> words,
            Function<Proof<G>, String> solution) {
        if (line.has("--trace")) {
            streams.userOutput().write(trace.text(Wording.usual(), 1) + counts(trace));
        }
        return switch (outcome) {
            case Outcome.Achieved<G> found -> {
                streams.userOutput().write(solution.apply(found.proof()));
                if (line.has("--why")) {
                    streams.userOutput().write(Writing.<G>with(words).text(found.proof()));
                }
                yield Exit.ANSWERED;
            }
            case Outcome.Impossible<G> none -> {
                streams.userOutput().write("no\n");
                texts.say("There is no solution, after " + expansions(outcome) + ".");
                yield Exit.NO;
            }
            case Outcome.OutOfBudget<G> stopped -> {
                texts.say(
                        "Stopped early: "
                                + limit(stopped.limit())
                                + " after "
                                + expansions(outcome)
                                + ".");
                yield Exit.LIMIT;
            }
        };
    }

    private static String expansions(Outcome<?> outcome) {
        long count = outcome.used().expansions();
        return count == 1 ? "1 expansion" : count + " expansions";
    }

    private static String limit(Outcome.Limit limit) {
        return switch (limit) {
            case EXPANSIONS -> "so many goals were expanded as were allowed";
            case TIME -> "the time is over";
            case FAILURES -> "some numbers became too large";
            case MEMORY -> "the memory is used up";
            case CALLS, MONEY, CANCELLED, STRATEGY -> "not everything was tried";
        };
    }

    private static String counts(Trace<?> trace) {
        StringBuilder text = new StringBuilder();
        for (Behaviour behaviour : Behaviour.values()) {
            text.append(text.isEmpty() ? "" : ", ");
            text.append(behaviour.words()).append(' ').append(trace.count(behaviour));
        }
        return text.append('\n').toString();
    }

    private <G> int tellJson(
            Outcome<G> outcome,
            Trace<G> trace,
            Function<G, String> words,
            Function<Proof<G>, String> solution) {
        Json json = new Json().open();
        int status =
                switch (outcome) {
                    case Outcome.Achieved<G> found -> {
                        json.key("outcome").text("solved");
                        json.key("solution").text(solution.apply(found.proof()).strip());
                        if (line.has("--why")) {
                            json.key("proof").raw(Writing.<G>with(words).json(found.proof()));
                        }
                        yield Exit.ANSWERED;
                    }
                    case Outcome.Impossible<G> none -> {
                        json.key("outcome").text("impossible");
                        yield Exit.NO;
                    }
                    case Outcome.OutOfBudget<G> stopped -> {
                        json.key("outcome").text("out of budget");
                        json.key("limit").text(stopped.limit().name().toLowerCase(Locale.ROOT));
                        yield Exit.LIMIT;
                    }
                };
        json.key("used").open().key("expansions").number(outcome.used().expansions()).close();
        if (line.has("--trace")) {
            json.key("behaviours").open();
            for (Behaviour behaviour : Behaviour.values()) {
                json.key(behaviour.words()).number(trace.count(behaviour));
            }
            json.close().key("trace").texts(trace.text(Wording.usual(), 1).lines().toList());
        }
        streams.userOutput().write(json.close() + "\n");
        return status;
    }
}
