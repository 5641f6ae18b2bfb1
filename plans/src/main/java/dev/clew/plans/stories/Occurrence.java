package dev.clew.plans.stories;

import java.util.List;

/**
 * An action with its variables replaced.
 *
 * @param name the action
 * @param action what it is an occurrence of
 * @param needs what must be so before
 * @param makes what is so afterwards
 * @param actors who does it
 */
record Occurrence(Fact name, Action action, int[] needs, int[] makes, List<String> actors) {
    Occurrence withNeeds(int[] others) {
        return new Occurrence(name, action, others, makes, actors);
    }

    boolean doesMake(int literal) {
        for (int made : makes) {
            if (made == literal) {
                return true;
            }
        }
        return false;
    }

    /** What an action needs and makes is few. */
    boolean doesNeed(int literal) {
        for (int needed : needs) {
            if (needed == literal) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
