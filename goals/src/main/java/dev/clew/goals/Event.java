package dev.clew.goals;

import java.util.List;

/** What happens during a search, told as it happens. */
public sealed interface Event<G> {
    /** A goal was expanded: the steps that achieve it are known now. */
    record Expanded<G>(G goal, List<Step<G>> steps) implements Event<G> {}

    /** The expander failed on a goal. */
    record Failed<G>(G goal, RuntimeException failure) implements Event<G> {}

    /** A strategy that follows one step at a time now tries this one. */
    record Tried<G>(G goal, Step<G> step) implements Event<G> {}

    /** Such a strategy gives a step up, because one of its premises was not achieved. */
    record Abandoned<G>(G goal, Step<G> step) implements Event<G> {}

    /**
     * How far the search is.
     *
     * @param used what was used so far
     * @param bound no proof costs less than this, as far as is known
     */
    record Progress<G>(Used used, double bound) implements Event<G> {}
}
