package dev.clew.plans.puzzles;

import java.util.List;
import java.util.Random;

/**
 * Sentences for what a search does. In each, {@code GOAL} stands for the goal and {@code STEP} for
 * the step.
 *
 * @param holds for a verification of what holds
 * @param fails for a verification of what does not
 * @param backtracking for giving up a step
 * @param subgoal for a new goal
 * @param backward for trying a step
 */
public record Wording(
        List<String> holds,
        List<String> fails,
        List<String> backtracking,
        List<String> subgoal,
        List<String> backward) {
    public Wording {
        holds = List.copyOf(holds);
        fails = List.copyOf(fails);
        backtracking = List.copyOf(backtracking);
        subgoal = List.copyOf(subgoal);
        backward = List.copyOf(backward);
    }

    /** One sentence for each. */
    public static Wording usual() {
        return new Wording(
                List.of("Check GOAL: given."),
                List.of("Check GOAL: not given."),
                List.of("Back to GOAL: STEP leads nowhere."),
                List.of("New goal: GOAL."),
                List.of("Backward from GOAL: STEP."));
    }

    /** A sentence for a thought. */
    public String sentence(Thought thought, Random random) {
        List<String> sentences =
                switch (thought.behaviour()) {
                    case VERIFICATION -> thought.holds() ? holds : fails;
                    case BACKTRACKING -> backtracking;
                    case SUBGOAL -> subgoal;
                    case BACKWARD_CHAINING -> backward;
                };
        String sentence = sentences.get(random.nextInt(sentences.size()));
        return sentence.replace("GOAL", thought.goal()).replace("STEP", thought.step());
    }
}
