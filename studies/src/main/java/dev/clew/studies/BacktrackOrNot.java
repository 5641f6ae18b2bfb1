package dev.clew.studies;

import dev.clew.goals.Budget;
import dev.clew.goals.Expanders;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Step;
import dev.clew.goals.Strategy;
import dev.clew.plans.puzzles.Countdown;
import dev.clew.plans.puzzles.Grid;
import dev.clew.plans.puzzles.Sudoku;
import dev.clew.plans.puzzles.SudokuMaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * "To Backtrack or Not to Backtrack: When Sequential Search Limits Model Reasoning" (Qin et al.,
 * COLM 2025): with the same effort, many independent attempts beat one search that backtracks on
 * Countdown, where solutions are near and many, and lose to it on Sudoku, where the only one is
 * deep.
 *
 * <p>Both follow the same proposals. Depth-first search tries them in the order of preference and
 * goes back from dead ends; best-of-n draws whole attempts, each from the start, and pays for each
 * goal again in each attempt, as a model pays for its words.
 */
final class BacktrackOrNot implements Study {
    private static final int PUZZLES = 100;
    private static final int[] BUDGETS = {50, 100, 200, 400};
    private static final Solver USUAL = new Solver(0.5, 4);
    private static final Solver SURE = new Solver(0, 12);
    private static final Solver VAGUE = new Solver(0.3, 1);

    /** How often the proposals know nothing, and how much they prefer what they believe in. */
    private record Solver(double noise, double bonus) {}

    /** The shares of the puzzles that each way solves within each budget. */
    private record Shares(double[] depthFirst, double[] bestOfN) {}

    @Override
    public String name() {
        return "backtrack-or-not";
    }

    @Override
    public String claim() {
        return "many attempts beat backtracking on Countdown and lose to it on Sudoku";
    }

    @Override
    public String run(long seed) {
        return table(seed);
    }

    /** The table for a seed. */
    static String table(long seed) {
        Table usual = headed();
        rows(usual, "countdown, 4 numbers", countdown(seed, USUAL));
        rows(usual, "sudoku 4x4", sudoku(4, 10, seed, USUAL));
        rows(usual, "sudoku 6x6", sudoku(6, 26, seed, USUAL));
        Table sure = headed();
        row(sure, "countdown, 4 numbers", countdown(seed, SURE), 0);
        row(sure, "sudoku 6x6", sudoku(6, 26, seed, SURE), 0);
        Table vague = headed();
        rows(vague, "countdown, 4 numbers", countdown(seed, VAGUE));
        return "Solved of "
                + PUZZLES
                + " puzzles each, in percent; half of the proposals know nothing.\n\n"
                + usual
                + "\nNo gain either way: proposals that are always right and sure.\n\n"
                + sure
                + "\nNo gain of many attempts: proposals that know more and prefer less.\n\n"
                + vague;
    }

    private static Table headed() {
        return new Table("puzzle", "expansions", "depth-first", "best-of-n", "difference");
    }

    private static void rows(Table table, String puzzle, Shares shares) {
        for (int i = 0; i < BUDGETS.length; i++) {
            row(table, puzzle, shares, i);
        }
    }

    private static void row(Table table, String puzzle, Shares shares, int i) {
        table.row(
                puzzle,
                BUDGETS[i],
                Table.percent(shares.depthFirst()[i]),
                Table.percent(shares.bestOfN()[i]),
                Table.percent(shares.bestOfN()[i] - shares.depthFirst()[i]));
    }

    private static Shares countdown(long seed, Solver solver) {
        Random random = new Random(seed);
        List<Problem<Countdown.Goal>> problems = new ArrayList<>();
        while (problems.size() < PUZZLES) {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                numbers.add(1L + random.nextInt(20));
            }
            long target = 10L + random.nextInt(91);
            Countdown game = Countdown.anyOf(numbers);
            if (Search.of(game.problem(target)).run() instanceof Outcome.Achieved) {
                problems.add(problem(game, target, solver, seed + problems.size()));
            }
        }
        return shares(problems, seed);
    }

    private static Problem<Countdown.Goal> problem(
            Countdown game, long target, Solver solver, long seed) {
        Countdown plain = game.withoutLookingAhead();
        Problem<Countdown.Goal> problem = plain.problem(target);
        var policy =
                new Policy<Countdown.Goal>(
                        plain,
                        goal -> new HashSet<>(game.expand(goal))::contains,
                        Countdown.Goal::toString,
                        solver.noise(),
                        solver.bonus(),
                        seed);
        return new Problem<>(problem.goal(), problem.given(), Expanders.cached(policy));
    }

    private static Shares sudoku(int side, int empty, long seed, Solver solver) {
        Random random = new Random(seed);
        List<Problem<Grid>> problems = new ArrayList<>();
        while (problems.size() < PUZZLES) {
            Grid grid = SudokuMaker.make(side, empty, random);
            Grid solution = SudokuMaker.solutions(grid, 1).getFirst();
            Problem<Grid> plain = Sudoku.plainProblem(grid);
            var policy =
                    new Policy<Grid>(
                            plain.by(),
                            goal -> step -> isRight(step, solution),
                            Grid::line,
                            solver.noise(),
                            solver.bonus(),
                            seed + problems.size());
            problems.add(new Problem<>(grid, plain.given(), Expanders.cached(policy)));
        }
        return shares(problems, seed);
    }

    private static boolean isRight(Step<Grid> step, Grid solution) {
        return solution.extendsGrid(step.premises().getFirst());
    }

    private static <G> Shares shares(List<Problem<G>> problems, long seed) {
        double[] depthFirst = new double[BUDGETS.length];
        double[] bestOfN = new double[BUDGETS.length];
        for (int p = 0; p < problems.size(); p++) {
            long first = depthFirst(problems.get(p));
            long second = bestOfN(problems.get(p), seed + 1000L * p);
            for (int i = 0; i < BUDGETS.length; i++) {
                depthFirst[i] += first <= BUDGETS[i] ? 1.0 / PUZZLES : 0;
                bestOfN[i] += second <= BUDGETS[i] ? 1.0 / PUZZLES : 0;
            }
        }
        return new Shares(depthFirst, bestOfN);
    }

    /** How many expansions depth-first search needs; more than the largest budget if it fails. */
    private static <G> long depthFirst(Problem<G> problem) {
        Budget budget = Budget.ofExpansions(BUDGETS[BUDGETS.length - 1]);
        Outcome<G> outcome =
                Search.of(problem).by(new Strategy.DepthFirst(1000)).within(budget).run();
        return outcome instanceof Outcome.Achieved ? outcome.used().expansions() : Long.MAX_VALUE;
    }

    /** The same for attempts that are independent of each other. */
    private static <G> long bestOfN(Problem<G> problem, long seed) {
        long most = BUDGETS[BUDGETS.length - 1];
        long used = 0;
        // Seeds that differ by one would begin with nearly the same draw.
        SplittableRandom seeds = new SplittableRandom(seed);
        while (used < most) {
            Strategy one = new Strategy.Sampling(1, 1000, 1, seeds.nextLong());
            Outcome<G> outcome =
                    Search.of(problem).by(one).within(Budget.ofExpansions(most - used)).run();
            used += outcome.used().expansions();
            if (outcome instanceof Outcome.Achieved) {
                return used;
            }
        }
        return Long.MAX_VALUE;
    }

    /** The curves, as a picture. */
    @Override
    public Optional<String> plot(long seed) {
        Plot plot =
                new Plot(
                        "Solved by depth-first search and by best-of-n", "expansions", "solved, %");
        lines(plot, "Countdown", countdown(seed, USUAL));
        lines(plot, "Sudoku 6x6", sudoku(6, 26, seed, USUAL));
        return Optional.of(plot.svg());
    }

    private static void lines(Plot plot, String puzzle, Shares shares) {
        double[] x = new double[BUDGETS.length];
        double[] first = new double[x.length];
        double[] second = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = BUDGETS[i];
            first[i] = 100 * shares.depthFirst()[i];
            second[i] = 100 * shares.bestOfN()[i];
        }
        plot.line(puzzle + ", depth-first", x, first);
        plot.line(puzzle + ", best-of-n", x, second);
    }
}
