package dev.clew.goals.graph;

import dev.clew.goals.Step;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Goals and the steps that achieve them: a directed hypergraph. Goals are numbered as they are met,
 * steps as they are found; equal goals have one number. A goal is open until it is expanded.
 *
 * <p>Everything is kept in arrays by number, some 100 bytes a goal beside the goal itself and the
 * steps that the expander made.
 */
public final class GoalGraph<G> {
    /** No goal, step or use. */
    public static final int NONE = -1;

    private static final int FIRST_SIZE = 64;

    private int goals;
    private int steps;
    private int premises;

    // By goal.
    private @Nullable Object[] goal = new @Nullable Object[FIRST_SIZE];
    private int[] hash = new int[FIRST_SIZE];
    private int[] firstStep = new int[FIRST_SIZE];
    private int[] stepCount = new int[FIRST_SIZE];
    private int[] firstUse = new int[FIRST_SIZE];
    private boolean[] isGiven = new boolean[FIRST_SIZE];

    /** Numbers of goals, increased by 1, at the places that their hashes say; 0 for no goal. */
    private int[] places = new int[2 * FIRST_SIZE];

    // By step.
    private @Nullable Object[] step = new @Nullable Object[FIRST_SIZE];
    private int[] achieves = new int[FIRST_SIZE];
    private int[] firstPremise = new int[FIRST_SIZE + 1];
    private double[] cost = new double[FIRST_SIZE];

    // By premise: its goal, the step that needs it, and another premise with the same goal.
    private int[] premise = new int[FIRST_SIZE];
    private int[] neededBy = new int[FIRST_SIZE];
    private int[] nextUse = new int[FIRST_SIZE];

    /** How many goals there are. */
    public int goals() {
        return goals;
    }

    /** How many steps there are. */
    public int steps() {
        return steps;
    }

    /** A goal by its number. */
    @SuppressWarnings("unchecked")
    public G goal(int number) {
        return (G) Objects.requireNonNull(goal[number]);
    }

    /** The number of a goal, or {@link #NONE} if it was not met. */
    public int find(G value) {
        return places[placeOf(value, value.hashCode())] - 1;
    }

    /** The place of a goal, or the empty one where it would be. */
    private int placeOf(G value, int h) {
        int place = place(h);
        while (true) {
            int number = places[place] - 1;
            if (number < 0 || hash[number] == h && value.equals(goal[number])) {
                return place;
            }
            place = (place + 1) & (places.length - 1);
        }
    }

    /** The number of a goal, which is new if it was not met before. */
    int add(G value, Predicate<? super G> given) {
        int h = value.hashCode();
        int place = placeOf(value, h);
        if (places[place] > 0) {
            return places[place] - 1;
        }
        if (goals == goal.length) {
            growGoals();
        }
        int number = goals++;
        goal[number] = value;
        hash[number] = h;
        isGiven[number] = given.test(value);
        firstStep[number] = NONE;
        firstUse[number] = NONE;
        places[place] = goals;
        if (goals * 2L > places.length) {
            rehash();
        }
        return number;
    }

    private int place(int h) {
        int mixed = h * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & (places.length - 1);
    }

    private void enter(int number) {
        int place = place(hash[number]);
        while (places[place] != 0) {
            place = (place + 1) & (places.length - 1);
        }
        places[place] = number + 1;
    }

    private void rehash() {
        places = new int[2 * places.length];
        for (int i = 0; i < goals; i++) {
            enter(i);
        }
    }

    private void growGoals() {
        int size = grown(goals);
        goal = Arrays.copyOf(goal, size);
        hash = Arrays.copyOf(hash, size);
        firstStep = Arrays.copyOf(firstStep, size);
        stepCount = Arrays.copyOf(stepCount, size);
        firstUse = Arrays.copyOf(firstUse, size);
        isGiven = Arrays.copyOf(isGiven, size);
    }

    /** The size that an array of a given size grows to. */
    static int grown(int size) {
        return size + (size >> 1) + FIRST_SIZE;
    }

    // ---- Steps ----

    /** Enters the steps that achieve a goal, whose premises were added. */
    void expand(int number, List<Step<G>> found, int[] premiseNumbers) {
        firstStep[number] = steps;
        stepCount[number] = found.size();
        int next = 0;
        for (Step<G> s : found) {
            int size = s.premises().size();
            if (steps == step.length) {
                growSteps();
            }
            step[steps] = s;
            achieves[steps] = number;
            cost[steps] = s.cost();
            for (int i = 0; i < size; i++) {
                use(premiseNumbers[next++]);
            }
            steps++;
            firstPremise[steps] = premises;
        }
    }

    private void use(int of) {
        if (premises == premise.length) {
            int size = grown(premises);
            premise = Arrays.copyOf(premise, size);
            neededBy = Arrays.copyOf(neededBy, size);
            nextUse = Arrays.copyOf(nextUse, size);
        }
        premise[premises] = of;
        neededBy[premises] = steps;
        nextUse[premises] = firstUse[of];
        firstUse[of] = premises++;
    }

    private void growSteps() {
        int size = grown(steps);
        step = Arrays.copyOf(step, size);
        achieves = Arrays.copyOf(achieves, size);
        firstPremise = Arrays.copyOf(firstPremise, size + 1);
        cost = Arrays.copyOf(cost, size);
    }

    /** Whether a goal holds without a step. */
    public boolean isGiven(int number) {
        return isGiven[number];
    }

    /** Whether a goal is neither given nor expanded. */
    public boolean isOpen(int number) {
        return firstStep[number] < 0 && !isGiven[number];
    }

    /** The first step of a goal; the others follow it. 0 if it has none. */
    public int firstStep(int number) {
        return Math.max(0, firstStep[number]);
    }

    /** The step after the last one of a goal. */
    public int endOfSteps(int number) {
        return firstStep(number) + stepCount[number];
    }

    /** A step by its number. */
    @SuppressWarnings("unchecked")
    public Step<G> step(int number) {
        return (Step<G>) Objects.requireNonNull(step[number]);
    }

    /** The goal that a step achieves. */
    public int achieves(int stepNumber) {
        return achieves[stepNumber];
    }

    /** What a step itself costs. */
    public double cost(int stepNumber) {
        return cost[stepNumber];
    }

    /** The first premise of a step; the others follow it. */
    public int firstPremise(int stepNumber) {
        return firstPremise[stepNumber];
    }

    /** The premise after the last one of a step. */
    public int endOfPremises(int stepNumber) {
        return firstPremise[stepNumber + 1];
    }

    /** The goal that a premise asks for. */
    public int premise(int premiseNumber) {
        return premise[premiseNumber];
    }

    /** A premise that asks for a goal, or {@link #NONE}. */
    public int firstUse(int goalNumber) {
        return firstUse[goalNumber];
    }

    /** Another premise that asks for the same goal, or {@link #NONE}. */
    public int nextUse(int premiseNumber) {
        return nextUse[premiseNumber];
    }

    /** The step that needs a premise. */
    public int neededBy(int premiseNumber) {
        return neededBy[premiseNumber];
    }
}
