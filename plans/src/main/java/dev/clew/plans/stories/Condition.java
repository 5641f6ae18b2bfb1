package dev.clew.plans.stories;

/**
 * That a fact holds, or does not hold.
 *
 * @param fact the fact
 * @param holds whether it holds
 * @param place where this is said
 */
public record Condition(Fact fact, boolean holds, Place place) {
    /** That a fact holds. */
    public static Condition of(Fact fact) {
        return new Condition(fact, true, Place.NOWHERE);
    }

    /** That a fact does not hold. */
    public static Condition not(Fact fact) {
        return new Condition(fact, false, Place.NOWHERE);
    }

    @Override
    public String toString() {
        return holds ? fact.toString() : "not(" + fact + ")";
    }
}
