package dev.clew.plans.flip;

import dev.clew.goals.Directions;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Planning in the flipped problem gains where the bottleneck is near the goal, and nothing where
 * there is no asymmetry, or where the planner does not err.
 */
public final class FlipStudy {
    private static final double ERROR = 0.15;
    private static final int LENGTH = 4;
    private static final int CANDIDATES = 4;

    private FlipStudy() {}

    /**
     * What came of one setting.
     *
     * @param forward how many per cent are solved by 4 plans forward
     * @param flipped by 4 plans in the flipped problem
     * @param mixed by 2 of each
     * @param asymmetric how many problems take twice the expansions from one end
     * @param chosen of how many per cent of these the better end was chosen
     */
    public record Row(
            String name,
            double forward,
            double flipped,
            double mixed,
            int asymmetric,
            double chosen) {}

    /** Problems of one kind, all with a shortest plan of 4 transitions. */
    public static <S> Row row(
            String name,
            Function<RandomGenerator, Transitions<S>> domain,
            Flip flip,
            int problems,
            long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        int[] solved = new int[3];
        int asymmetric = 0;
        int chosen = 0;
        for (int done = 0; done < problems; ) {
            SplittableRandom random = seeds.split();
            Transitions<S> problem = domain.apply(random);
            if (FlipDomains.length(problem, LENGTH) != LENGTH) {
                continue;
            }
            done++;
            int half = CANDIDATES / 2;
            solved[0] += flip.isSolved(problem, LENGTH, CANDIDATES, 0, random) ? 1 : 0;
            solved[1] += flip.isSolved(problem, LENGTH, 0, CANDIDATES, random) ? 1 : 0;
            solved[2] += flip.isSolved(problem, LENGTH, half, half, random) ? 1 : 0;
            long forward = problem.expansions();
            long backward = problem.flipped().expansions();
            if (Math.max(forward, backward) >= 2 * Math.min(forward, backward)) {
                asymmetric++;
                boolean isBackward =
                        Flip.direction(problem, LENGTH) == Directions.Direction.BACKWARD;
                chosen += isBackward == backward < forward ? 1 : 0;
            }
        }
        return new Row(
                name,
                100.0 * solved[0] / problems,
                100.0 * solved[1] / problems,
                100.0 * solved[2] / problems,
                asymmetric,
                asymmetric == 0 ? 0 : 100.0 * chosen / asymmetric);
    }

    /** The table of the study: lines of text. The same seed gives the same to the byte. */
    public static String table(long seed) {
        Flip exact = new Flip(new NoisyPlanner(ERROR), 0);
        Flip wrong = new Flip(new NoisyPlanner(ERROR), 0.3);
        Flip perfect = new Flip(new NoisyPlanner(0), 0);
        StringBuilder out = new StringBuilder(header(seed));
        add(
                out,
                row(
                        "directed graph, symmetric",
                        r -> FlipDomains.graph(true, false, r),
                        exact,
                        3000,
                        seed));
        add(
                out,
                row(
                        "directed graph, bottleneck at the goal",
                        r -> FlipDomains.graph(true, true, r),
                        exact,
                        3000,
                        seed));
        add(
                out,
                row(
                        "the same, verifier wrong in 30%",
                        r -> FlipDomains.graph(true, true, r), wrong, 3000, seed));
        add(
                out,
                row(
                        "the same, planner without error",
                        r -> FlipDomains.graph(true, true, r),
                        perfect,
                        3000,
                        seed));
        add(
                out,
                row(
                        "undirected graph, symmetric",
                        r -> FlipDomains.graph(false, false, r),
                        exact,
                        3000,
                        seed));
        add(
                out,
                row(
                        "undirected graph, bottleneck at the goal",
                        r -> FlipDomains.graph(false, true, r),
                        exact,
                        3000,
                        seed));
        add(
                out,
                row(
                        "arrays, functions that keep the length",
                        r -> FlipDomains.array(false, r),
                        exact,
                        1000,
                        seed));
        add(
                out,
                row(
                        "arrays, functions that lengthen",
                        r -> FlipDomains.array(true, r),
                        exact,
                        1000,
                        seed));
        add(out, row("blocks, any towers", r -> FlipDomains.blocks(false, r), exact, 300, seed));
        add(
                out,
                row(
                        "blocks, from the table to one tower",
                        r -> FlipDomains.blocks(true, r),
                        exact,
                        300,
                        seed));
        return out.append(FOOT).toString();
    }

    private static final String FOOT =
            """

            solved: per cent of problems; forward and flipped with 4 proposals each, mixed with 2 + 2.
            uneven: problems that take twice the expansions from one end; right end: of how many per cent
            of these a trial of 4 expansions from each end chose the better one.
            """;

    private static String header(long seed) {
        return "Flip: plans of 4 transitions by a planner that errs 15% for each further one (seed "
                + seed
                + ")\n\n"
                + String.format(
                        Locale.ROOT,
                        "%-42s %8s %8s %8s %7s %10s%n",
                        "",
                        "forward",
                        "flipped",
                        "mixed",
                        "uneven",
                        "right end");
    }

    private static void add(StringBuilder out, Row row) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "%-42s %8.1f %8.1f %8.1f %7d %10s%n",
                        row.name(),
                        row.forward(),
                        row.flipped(),
                        row.mixed(),
                        row.asymmetric(),
                        row.asymmetric() == 0
                                ? "-"
                                : String.format(Locale.ROOT, "%.1f", row.chosen())));
    }
}
