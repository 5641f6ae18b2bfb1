package dev.clew.studies.tools;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Chaining tools backward against forward (Zhang et al., "Reverse Chain", 2023), on generated
 * catalogues with a chooser that errs. The claim: backward is better where chains are long and
 * tools look alike. Where no tool looks like another there is no gain, which the table shows too.
 */
public final class ReverseChainStudy {
    private static final int WORLDS = 1000;
    private static final double ARGUMENT_ERROR = 0.02;

    private ReverseChainStudy() {}

    /**
     * How often, in percent, each method finds the very tree of calls, and the right value.
     *
     * @param calls how often the chooser is asked in a world, on average
     */
    record Score(double exact, double right, double calls) {}

    /** The methods in one setting. */
    record Row(Score forward, Score forwardLonger, Score backward, Score checked) {}

    /** The table, the same for the same seed. */
    public static String table(long seed) {
        StringBuilder out = new StringBuilder();
        out.append("Chaining tools backward and forward: trees of calls found exactly, and right");
        out.append(" values, in %,\nover ").append(WORLDS).append(" worlds a row;");
        out.append(" a wrong argument in ").append(percent(ARGUMENT_ERROR));
        out.append(" % of cases. `calls` are questions to the chooser.\n\n");
        out.append("depth near error |   forward   calls |  forward+   calls |");
        out.append("  backward   calls |   checked   calls\n");
        for (int depth = 1; depth <= 4; depth++) {
            line(out, depth, 0, 0.1, seed);
            line(out, depth, 3, 0.1, seed);
            line(out, depth, 3, 0.2, seed);
        }
        out.append(
                "\nforward: chooses the next call from the values so far, with as many questions");
        out.append(" as backward asks.\nforward+: with as many as checked asks. backward: Reverse");
        out.append(" Chain. checked: the same, types checked and\nwrong choices taken back.");
        out.append(" near 0: no tool looks like another, and there is no gain but from checks.\n");
        return out.toString();
    }

    private static void line(StringBuilder out, int depth, int near, double error, long seed) {
        Row row = row(depth, near, error, seed);
        out.append(String.format(Locale.ROOT, "%5d %4d %5s", depth, near, percent(error) + " %"));
        for (Score s :
                new Score[] {row.forward(), row.forwardLonger(), row.backward(), row.checked()}) {
            out.append(
                    String.format(
                            Locale.ROOT, " | %5.1f %5.1f %5.1f", s.exact(), s.right(), s.calls()));
        }
        out.append('\n');
    }

    private static String percent(double rate) {
        return Long.toString(Math.round(100 * rate));
    }

    /** The methods in worlds of one kind. */
    static Row row(int depth, int near, double error, long seed) {
        Tally forward = new Tally();
        Tally longer = new Tally();
        Tally backward = new Tally();
        Tally checked = new Tally();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < WORLDS; i++) {
            ToolWorld world = new ToolWorld(depth, near, random.split());
            Answer plain = new Backward(world, chooser(error, near, random), false).answer();
            Answer careful = new Backward(world, chooser(error, near, random), true).answer();
            backward.add(world, plain);
            checked.add(world, careful);
            // As many questions as a right tree takes: an early failure backward must not starve
            // the other.
            int calls = Math.max(plain.calls(), 2 * world.calls().size());
            forward.add(world, new Forward(world, chooser(error, near, random), calls).answer());
            int more = Math.max(calls, careful.calls());
            longer.add(world, new Forward(world, chooser(error, near, random), more).answer());
        }
        return new Row(forward.score(), longer.score(), backward.score(), checked.score());
    }

    private static Chooser chooser(double error, int near, SplittableRandom random) {
        return new Chooser(error, ARGUMENT_ERROR, near, random.split());
    }

    /** Counts answers. */
    private static final class Tally {
        private int worlds;
        private int exact;
        private int right;
        private long calls;

        void add(ToolWorld world, Answer answer) {
            worlds++;
            exact += answer.isExact(world) ? 1 : 0;
            right += answer.isRight(world) ? 1 : 0;
            calls += answer.calls();
        }

        Score score() {
            return new Score(
                    100.0 * exact / worlds, 100.0 * right / worlds, (double) calls / worlds);
        }
    }
}
