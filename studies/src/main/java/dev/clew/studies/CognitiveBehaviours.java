package dev.clew.studies;

import dev.clew.goals.Budget;
import dev.clew.goals.Expander;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Step;
import dev.clew.goals.Strategy;
import dev.clew.plans.numbers.Fraction;
import dev.clew.plans.puzzles.Behaviour;
import dev.clew.plans.puzzles.Countdown;
import dev.clew.plans.puzzles.Detector;
import dev.clew.plans.puzzles.Operator;
import dev.clew.plans.puzzles.Thought;
import dev.clew.plans.puzzles.Trace;
import dev.clew.plans.puzzles.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * "Cognitive Behaviors that Enable Self-Improving Reasoners" (Gandhi et al., COLM 2025): reasoners
 * that verify, backtrack, set subgoals and chain backward get further on Countdown. A search knows
 * what it does, so here the behaviours are counted exactly, and a reader of its words is measured
 * against that; then each behaviour is taken from the search, to see what it is worth.
 */
final class CognitiveBehaviours implements Study {
    private static final int PROBLEMS = 200;
    private static final int TRACES = 40;
    private static final int SMALL = 200;
    private static final int LARGE = 2000;
    private static final Strategy DEPTH_FIRST = new Strategy.DepthFirst(100);

    /** Sentences that the reader was made for. */
    private static final Wording KNOWN =
            new Wording(
                    List.of("Check: GOAL is given.", "Let me verify GOAL: yes."),
                    List.of("Check: GOAL is not given.", "Let me verify GOAL: no."),
                    List.of("STEP is a dead end, so back to GOAL.", "Giving up STEP for GOAL."),
                    List.of("New goal: GOAL.", "Now I need GOAL."),
                    List.of("Backward from GOAL: STEP.", "GOAL would be reached by STEP."));

    /** Sentences that were written after the reader, though by the same hand. */
    private static final Wording HELD_OUT =
            new Wording(
                    List.of("Is GOAL there? I compare: it is.", "GOAL matches what we have."),
                    List.of(
                            "I make sure about GOAL: it is missing.",
                            "Let me see if GOAL is there: no."),
                    List.of(
                            "STEP does not work out.",
                            "Hm, STEP leads nowhere, I try another.",
                            "No luck with STEP.",
                            "Let me do something else for GOAL than STEP."),
                    List.of(
                            "So what I am after now is GOAL, and I aim at that.",
                            "That leaves me with the task of GOAL.",
                            "It remains to get GOAL."),
                    List.of(
                            "I could write STEP.",
                            "The last operation may have been STEP.",
                            "STEP, perhaps.",
                            "Suppose STEP."));

    /** Sentences that use the words for something else. */
    private static final List<String> MISLEADING =
            List.of(
                    "The checkered tablecloth is different from the last one.",
                    "I want some tea.",
                    "A match was lit.");

    /** Sentences in which nothing of the kind happens. */
    private static final List<String> IDLE =
            List.of(
                    "3 + 4 = 7 is a sum.",
                    "There are four numbers.",
                    "Products grow fast.",
                    "2 * 6 = 12, and 12 is even.",
                    "Hm.");

    @Override
    public String name() {
        return "cognitive-behaviours";
    }

    @Override
    public String claim() {
        return "verifying, backtracking, subgoals and backward chaining make reasoners succeed";
    }

    @Override
    public String run(long seed) {
        return table(seed);
    }

    /** The table for a seed. */
    static String table(long seed) {
        return "Behaviours in "
                + TRACES
                + " traces of Countdown, counted by the search and found by reading.\n\n"
                + readings(seed)
                + "\nSolved of "
                + PROBLEMS
                + " problems, in percent, by kind and expansions.\n"
                + "Easy: two numbers, one operation; no gain there.\n\n"
                + abilities(seed);
    }

    // ---- Reading ----

    private static Table readings(long seed) {
        Table table =
                new Table(
                        "sentences",
                        "behaviour",
                        "true",
                        "found",
                        "precision",
                        "recall",
                        "F1",
                        "error");
        rows(table, "known", KNOWN, IDLE, seed);
        rows(table, "held out", HELD_OUT, IDLE, seed);
        rows(table, "misleading", HELD_OUT, MISLEADING, seed);
        return table;
    }

    private static void rows(
            Table table, String name, Wording wording, List<String> idle, long seed) {
        Map<Behaviour, int[]> tallies = new EnumMap<>(Behaviour.class);
        for (Behaviour behaviour : Behaviour.values()) {
            tallies.put(behaviour, new int[3]);
        }
        Random random = new Random(seed);
        for (int i = 0; i < TRACES; i++) {
            for (Thought thought : trace(problems(random, 1, 3, 4).getFirst()).thoughts()) {
                tally(tallies, thought.behaviour(), wording.sentence(thought, random));
                tally(tallies, null, idle.get(random.nextInt(idle.size())));
            }
        }
        tallies.forEach((behaviour, counts) -> row(table, name, behaviour, counts));
    }

    private static Trace<Countdown.Goal> trace(Made made) {
        Problem<Countdown.Goal> problem =
                Countdown.anyOf(made.numbers()).withoutLookingAhead().problem(made.target());
        Trace<Countdown.Goal> trace = new Trace<>(problem, Countdown.Goal::toString);
        Search.of(problem).by(DEPTH_FIRST).within(Budget.ofExpansions(50)).telling(trace).run();
        return trace;
    }

    /** Counts what is true, what was found, and what was found rightly. */
    private static void tally(
            Map<Behaviour, int[]> tallies, @Nullable Behaviour truth, String sentence) {
        Behaviour found = Detector.of(sentence).orElse(null);
        tallies.forEach((behaviour, counts) -> {
            counts[0] += behaviour == truth ? 1 : 0;
            counts[1] += behaviour == found ? 1 : 0;
            counts[2] += behaviour == truth && behaviour == found ? 1 : 0;
        });
    }

    private static void row(Table table, String name, Behaviour behaviour, int[] counts) {
        double precision = counts[1] == 0 ? 1 : (double) counts[2] / counts[1];
        double recall = counts[0] == 0 ? 1 : (double) counts[2] / counts[0];
        double error = Math.abs(counts[1] - counts[0]) / (double) Math.max(1, counts[0]);
        table.row(
                name,
                behaviour.words(),
                counts[0],
                counts[1],
                Table.decimals(precision, 3),
                Table.decimals(recall, 3),
                Table.decimals(2 * precision * recall / Math.max(1e-9, precision + recall), 3),
                Table.percent(error) + "%");
    }

    // ---- Doing without ----

    private static Table abilities(long seed) {
        Random random = new Random(seed);
        List<Made> easy = problems(random, PROBLEMS, 2, 2);
        List<Made> hard = problems(random, PROBLEMS, 4, 4);
        Table table = new Table("search", "easy, " + SMALL, "hard, " + SMALL, "hard, " + LARGE);
        row(table, "with all four", easy, hard, CognitiveBehaviours::whole);
        row(table, "without verification on the way", easy, hard, CognitiveBehaviours::unverified);
        row(table, "without backtracking", easy, hard, CognitiveBehaviours::straight);
        row(table, "without pairs of subgoals", easy, hard, CognitiveBehaviours::single);
        row(table, "without backward chaining", easy, hard, CognitiveBehaviours::forward);
        return table;
    }

    /** A way to solve a problem within so many expansions. */
    private interface Way {
        boolean solves(Made made, int budget);
    }

    private static void row(Table table, String name, List<Made> easy, List<Made> hard, Way way) {
        table.row(
                name, solved(easy, SMALL, way), solved(hard, SMALL, way), solved(hard, LARGE, way));
    }

    private static String solved(List<Made> problems, int budget, Way way) {
        int count = 0;
        for (Made made : problems) {
            count += way.solves(made, budget) ? 1 : 0;
        }
        return Table.percent((double) count / problems.size());
    }

    private static <G> boolean isSolved(Problem<G> problem, Strategy by, int budget) {
        return Search.of(problem).by(by).within(Budget.ofExpansions(budget)).run()
                instanceof Outcome.Achieved;
    }

    private static Problem<Countdown.Goal> plain(Made made) {
        return Countdown.anyOf(made.numbers()).withoutLookingAhead().problem(made.target());
    }

    private static boolean whole(Made made, int budget) {
        return isSolved(plain(made), DEPTH_FIRST, budget);
    }

    /** What is reached is compared with the numbers only when none is left to be used. */
    private static boolean unverified(Made made, int budget) {
        Countdown game = Countdown.allOf(made.numbers()).withoutLookingAhead();
        return isSolved(game.problem(made.target()), DEPTH_FIRST, budget);
    }

    private static boolean straight(Made made, int budget) {
        return isSolved(plain(made), new Strategy.Sampling(1, 100, 1, made.target()), budget);
    }

    private static boolean single(Made made, int budget) {
        Problem<Countdown.Goal> all = plain(made);
        Expander<Countdown.Goal> by =
                goal ->
                        all.by().expand(goal).stream()
                                .filter(s -> s.premises().size() < 2)
                                .toList();
        return isSolved(new Problem<>(all.goal(), all.given(), by), DEPTH_FIRST, budget);
    }

    /** Combines two of the numbers that there are until one of them is the target. */
    private static boolean forward(Made made, int budget) {
        Fraction target = Fraction.of(made.target());
        List<Fraction> start = made.numbers().stream().map(Fraction::of).sorted().toList();
        return isSolved(
                new Problem<>(start, have -> have.contains(target), CognitiveBehaviours::combine),
                DEPTH_FIRST,
                budget);
    }

    private static List<Step<List<Fraction>>> combine(List<Fraction> have) {
        List<Step<List<Fraction>>> steps = new ArrayList<>();
        for (int i = 0; i < have.size(); i++) {
            for (int j = 0; j < have.size(); j++) {
                for (Operator by : Operator.values()) {
                    Fraction value = i == j ? null : by.apply(have.get(i), have.get(j));
                    if (value != null && value.sign() >= 0) {
                        List<Fraction> left = new ArrayList<>(have);
                        left.remove(Math.max(i, j));
                        left.remove(Math.min(i, j));
                        left.add(value);
                        left.sort(null);
                        steps.add(Step.of(by.sign(), List.copyOf(left)));
                    }
                }
            }
        }
        return steps;
    }

    // ---- Problems ----

    /** A problem that has a solution. */
    private record Made(long target, List<Long> numbers) {}

    private static List<Made> problems(Random random, int count, int least, int most) {
        List<Made> made = new ArrayList<>();
        while (made.size() < count) {
            List<Long> numbers = new ArrayList<>();
            int size = least + random.nextInt(most - least + 1);
            while (numbers.size() < size) {
                numbers.add(1L + random.nextInt(20));
            }
            long target = 10L + random.nextInt(91);
            Problem<Countdown.Goal> problem = Countdown.anyOf(numbers).problem(target);
            if (!numbers.contains(target) && Search.of(problem).run() instanceof Outcome.Achieved) {
                made.add(new Made(target, numbers));
            }
        }
        return made;
    }
}
