package dev.clew.plans.stories;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The goals that characters may come to have, and which occurrences can serve them.
 *
 * <p>An occurrence serves a goal of its actor if it achieves it, or makes what another occurrence
 * needs that serves it: the causal links within an intention frame of Riedl and Young (2010,
 * section 4.3). Beyond theirs, who makes somebody else pursue a goal is served by what that one
 * achieves.
 */
final class Intentions {
    /**
     * A goal that a character may come to have.
     *
     * @param who the character
     * @param literal the goal
     * @param motive that the character has it
     */
    record Goal(String who, int literal, int motive) {}

    private final Grounding ground;
    final List<Goal> goals = new ArrayList<>();
    private final List<BitSet> serving = new ArrayList<>();

    Intentions(Grounding ground) {
        this.ground = ground;
        for (Fact fact : ground.possible()) {
            Goal goal = goal(fact);
            if (goal != null) {
                goals.add(goal);
            }
        }
        goals.forEach(goal -> serving.add(serving(goal)));
    }

    private @Nullable Goal goal(Fact fact) {
        if (fact.name().equals(Fact.INTENDS)
                && fact.arguments().size() == 2
                && fact.arguments().get(0) instanceof Fact who
                && fact.arguments().get(1) instanceof Fact wanted) {
            int literal = ground.literals.ofGoal(wanted);
            return new Goal(who.toString(), literal, ground.literals.of(fact, true));
        }
        return null;
    }

    /** The goal that a literal is the motive of, or -1. */
    int ofMotive(int motive) {
        for (int g = 0; g < goals.size(); g++) {
            if (goals.get(g).motive() == motive) {
                return g;
            }
        }
        return -1;
    }

    /** Whether an occurrence can serve a goal of one of its actors. */
    boolean canServe(int occurrence, int goal) {
        return serving.get(goal).get(occurrence);
    }

    private BitSet serving(Goal goal) {
        BitSet found = new BitSet();
        BitSet wanted = new BitSet();
        wanted.set(goal.literal());
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (int o = 0; o < ground.occurrences.size(); o++) {
                Occurrence occurrence = ground.occurrences.get(o);
                if (!found.get(o)
                        && occurrence.actors().contains(goal.who())
                        && makesOneOf(occurrence, wanted)) {
                    found.set(o);
                    isGrowing = true;
                    for (int need : occurrence.needs()) {
                        wanted.set(need);
                    }
                }
            }
        }
        return found;
    }

    /** Itself, or by giving somebody the goal. */
    private boolean makesOneOf(Occurrence occurrence, BitSet wanted) {
        for (int made : occurrence.makes()) {
            int delegated = Literals.holds(made) ? ofMotive(made) : -1;
            if (wanted.get(made) || delegated >= 0 && wanted.get(goals.get(delegated).literal())) {
                return true;
            }
        }
        return false;
    }
}
