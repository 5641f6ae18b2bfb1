package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions without variables as numbers: twice the number of the fact, and one if it is not. */
final class Literals {
    private final Map<Fact, Integer> numbers = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();

    int of(Fact fact, boolean holds) {
        Integer number = numbers.get(fact);
        if (number == null) {
            number = facts.size();
            numbers.put(fact, number);
            facts.add(fact);
        }
        return 2 * number + (holds ? 0 : 1);
    }

    /** A goal of a character: a fact, or {@code not(Fact)}. */
    int ofGoal(Fact goal) {
        boolean isNegative = goal.name().equals(Fact.NOT) && goal.arguments().size() == 1;
        return isNegative && goal.arguments().getFirst() instanceof Fact inner
                ? of(inner, false)
                : of(goal, true);
    }

    static int opposite(int literal) {
        return literal ^ 1;
    }

    static boolean holds(int literal) {
        return (literal & 1) == 0;
    }

    Fact fact(int literal) {
        return facts.get(literal / 2);
    }

    Condition condition(int literal) {
        return holds(literal) ? Condition.of(fact(literal)) : Condition.not(fact(literal));
    }

    /** How many literals there are. */
    int size() {
        return 2 * facts.size();
    }
}
