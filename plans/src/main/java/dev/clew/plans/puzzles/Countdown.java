package dev.clew.plans.puzzles;

import dev.clew.goals.Expander;
import dev.clew.goals.Problem;
import dev.clew.goals.Step;
import dev.clew.plans.numbers.Fraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that are to be combined to a target by addition, subtraction, multiplication and
 * division, backward from the target: whatever the expression is, its last operation has a number,
 * or an expression of a few numbers, on one side. Undoing that operation leaves a new target for
 * the other numbers. Such a step has one premise, or two that are independent of each other.
 *
 * <p>Fractions on the way are allowed, and exact.
 */
public final class Countdown implements Expander<Countdown.Goal> {
    private static final int MAX_NUMBERS = 6;
    private static final int MAX_LOOKED_UP = 3;

    private final List<Long> numbers;
    private final boolean isEachUsed;
    private final boolean looksAhead;
    private final Values values = new Values();
    private final Map<List<Long>, List<Part>> parts = new HashMap<>();

    private Countdown(List<Long> numbers, boolean isEachUsed, boolean looksAhead) {
        this.numbers = numbers.stream().sorted().toList();
        this.isEachUsed = isEachUsed;
        this.looksAhead = looksAhead;
        if (numbers.isEmpty() || numbers.size() > MAX_NUMBERS) {
            throw new IllegalArgumentException(
                    "There must be 1 to " + MAX_NUMBERS + " numbers, not " + numbers.size() + ".");
        }
        for (long number : numbers) {
            if (number < 1) {
                throw new IllegalArgumentException("The number (" + number + ") must be positive.");
            }
        }
    }

    /** The game of the television programme: each number may be used, but once only. */
    public static Countdown anyOf(List<Long> numbers) {
        return new Countdown(numbers, false, true);
    }

    /** The game of 24: each number must be used once. */
    public static Countdown allOf(List<Long> numbers) {
        return new Countdown(numbers, true, true);
    }

    /**
     * The same game without looking ahead: what three numbers or fewer cannot make is a goal like
     * others then, and fails when it is expanded.
     */
    public Countdown withoutLookingAhead() {
        return new Countdown(numbers, isEachUsed, false);
    }

    /**
     * A number to be made.
     *
     * @param target the number
     * @param numbers what it is to be made of, in order
     * @param isEachUsed whether each of the numbers must be used
     */
    public record Goal(Fraction target, List<Long> numbers, boolean isEachUsed) {
        public Goal {
            numbers = List.copyOf(numbers);
        }

        /** Whether the target is one of the numbers, with none left over that must be used. */
        public boolean isGiven() {
            return target.denominator() == 1
                    && numbers.contains(target.numerator())
                    && (!isEachUsed || numbers.size() == 1);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder().append(target).append(" from ");
            for (int i = 0; i < numbers.size(); i++) {
                text.append(i == 0 ? "" : " ").append(numbers.get(i));
            }
            return text.toString();
        }
    }

    /**
     * An operation that was undone: {@code target = left operator right}.
     *
     * @param taken the side that was chosen
     * @param from the numbers that it is made of
     * @param operator the operation
     * @param isTakenLeft whether the side that was chosen stands on the left
     * @param rest what the other side must be
     */
    public record Undone(
            Fraction taken,
            List<Long> from,
            Operator operator,
            boolean isTakenLeft,
            Fraction rest) {
        /** The operation as an equation. */
        String equation(Fraction target) {
            String left = enclosed(isTakenLeft ? taken : rest);
            String right = enclosed(isTakenLeft ? rest : taken);
            return target + " = " + left + " " + operator.sign() + " " + right;
        }

        private static String enclosed(Fraction value) {
            return value.denominator() == 1 ? value.toString() : "(" + value + ")";
        }
    }

    /** What one side of an operation can be, and the numbers for the other side. */
    private record Part(Fraction value, List<Long> from, List<Long> left) {}

    /** The problem of making a target. */
    public Problem<Goal> problem(long target) {
        return new Problem<>(
                new Goal(Fraction.of(target), numbers, isEachUsed), Goal::isGiven, this);
    }

    @Override
    public List<Step<Goal>> expand(Goal goal) {
        List<Step<Goal>> steps = new ArrayList<>();
        for (Part part : parts.computeIfAbsent(goal.numbers(), this::parts)) {
            undo(goal, part, steps);
        }
        return steps;
    }

    /** Of the two sides of an operation one has no more numbers than the other: that is chosen. */
    private List<Part> parts(List<Long> from) {
        List<Part> found = new ArrayList<>();
        for (int size = 1; size <= from.size() / 2; size++) {
            for (Values.Split split : Values.splits(from)) {
                if (split.taken().size() == size) {
                    for (Fraction value : values.ofAll(split.taken())) {
                        found.add(new Part(value, split.taken(), split.left()));
                    }
                }
            }
        }
        return found;
    }

    private void undo(Goal goal, Part part, List<Step<Goal>> steps) {
        Fraction target = goal.target();
        Fraction x = part.value();
        add(goal, part, Operator.PLUS, true, target.minus(x), steps);
        add(goal, part, Operator.MINUS, true, x.minus(target), steps);
        add(goal, part, Operator.MINUS, false, target.plus(x), steps);
        if (x.sign() != 0) {
            add(goal, part, Operator.TIMES, true, target.over(x), steps);
            add(goal, part, Operator.OVER, false, target.times(x), steps);
            if (target.sign() != 0) {
                add(goal, part, Operator.OVER, true, x.over(target), steps);
            }
        } else if (target.sign() == 0) {
            add(goal, part, Operator.TIMES, true, anything(part.left()), steps);
        }
    }

    /** Times 0 it is 0, whatever it is; their sum is always among what numbers make. */
    private static Fraction anything(List<Long> numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum = Math.addExact(sum, number);
        }
        return Fraction.of(sum);
    }

    private void add(
            Goal goal, Part part, Operator by, boolean isLeft, Fraction y, List<Step<Goal>> steps) {
        boolean isIdle = y.equals(goal.target()) && !goal.isEachUsed();
        if (y.sign() < 0 || isIdle || !isPossible(y, part.left(), goal.isEachUsed())) {
            return;
        }
        Goal rest = new Goal(y, part.left(), goal.isEachUsed());
        List<Goal> premises =
                part.from().size() == 1
                        ? List.of(rest)
                        : List.of(new Goal(part.value(), part.from(), true), rest);
        Undone undone = new Undone(part.value(), part.from(), by, isLeft, y);
        steps.add(new Step<>(undone.equation(goal.target()), premises, 1, undone));
    }

    private boolean isPossible(Fraction value, List<Long> from, boolean all) {
        if (!looksAhead || from.size() > MAX_LOOKED_UP) {
            return true;
        }
        return (all ? values.ofAll(from) : values.ofSome(from)).contains(value);
    }
}
