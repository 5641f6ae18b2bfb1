package dev.clew.plans.puzzles;

import java.util.Locale;

/**
 * What a reasoner does beside calculating; after "Cognitive Behaviors that Enable Self-Improving
 * Reasoners" (Gandhi et al., COLM 2025).
 */
public enum Behaviour {
    /** Compares what was reached with what is wanted or given. */
    VERIFICATION,
    /** Gives up a way that led nowhere and turns to another. */
    BACKTRACKING,
    /** Sets itself something smaller to reach first. */
    SUBGOAL,
    /** Starts from what is wanted and asks what would bring it about. */
    BACKWARD_CHAINING;

    /** The name in words. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
