package dev.clew.plans.stories;

/**
 * Anything: it stands for the same wherever it occurs in an action.
 *
 * @param name what it is called
 */
public record Variable(String name) implements Term {
    @Override
    public String toString() {
        return name;
    }
}
