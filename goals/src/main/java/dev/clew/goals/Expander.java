package dev.clew.goals;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which steps would achieve a goal. A domain is an expander: rules, actions, tools, reactions,
 * a language model.
 *
 * <p>Its premises are independent of each other: each can be achieved by itself. Premises that
 * share variables are the matter of {@link Sharing}, premises that interfere with each other that
 * of {@link Agenda}; both make an expander of this kind.
 *
 * @param <G> the goals: values whose {@code equals} says whether two are the same goal
 */
@FunctionalInterface
public interface Expander<G> {
    /**
     * The steps that achieve a goal; none if nothing does. What it throws counts as a failure of
     * this goal alone.
     */
    List<Step<G>> expand(G goal);

    /**
     * The same for several goals at once, in their order. An expander that is slow, or that is paid
     * for, overrides this or is wrapped by {@link Expanders#concurrent}.
     */
    default List<Expansion<G>> expandAll(List<G> goals) {
        List<Expansion<G>> expansions = new ArrayList<>(goals.size());
        for (G goal : goals) {
            expansions.add(Expansion.of(this, goal));
        }
        return expansions;
    }
}
