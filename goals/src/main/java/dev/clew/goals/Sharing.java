package dev.clew.goals;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Steps whose premises share variables: what achieving one of them binds, the others see. Rules of
 * logic are of this kind. The premises are achieved in order, from left to right, and the goal of
 * the search is a {@link Conjunction}: what is still open, and what is known by then of the answer.
 *
 * <p>This is SLD resolution (Kowalski, "Predicate logic as programming language", 1974) with the
 * resolvents as goals, so that any strategy can search it, and equal resolvents are met once.
 *
 * @param <G> the goals, which may have variables
 */
public interface Sharing<G> {
    /** The steps that achieve a goal. Their premises share no variables with other goals. */
    List<Branch<G>> branches(G goal);

    /**
     * The same conjunction for all that differ in the names of their variables only. Without it no
     * two such conjunctions would be found equal.
     */
    Conjunction<G> canonical(Conjunction<G> conjunction);

    /**
     * A step that achieves a goal under bindings.
     *
     * @param name what it is called
     * @param premises what it needs, in the order in which to achieve it
     * @param bindings makes of any goal the same goal under the bindings of this step
     * @param cost what the step itself costs
     * @param evidence what the domain wants to keep with it
     */
    record Branch<G>(
            String name,
            List<G> premises,
            UnaryOperator<G> bindings,
            double cost,
            @Nullable Object evidence) {
        public Branch {
            premises = List.copyOf(premises);
        }
    }

    /**
     * Goals that share variables with each other and with an answer.
     *
     * @param answer what was asked, as far as it is bound
     * @param open what is still to be achieved, the next one first
     */
    record Conjunction<G>(G answer, List<G> open) {
        public Conjunction {
            open = List.copyOf(open);
        }
    }

    /** The conjunctions as goals: each is achieved by the branches of its first open goal. */
    default Expander<Conjunction<G>> expander() {
        return conjunction -> {
            List<Step<Conjunction<G>>> steps = new ArrayList<>();
            for (Branch<G> branch : branches(conjunction.open().getFirst())) {
                Conjunction<G> left = canonical(rest(conjunction, branch));
                steps.add(
                        new Step<>(branch.name(), List.of(left), branch.cost(), branch.evidence()));
            }
            return steps;
        };
    }

    private static <G> Conjunction<G> rest(Conjunction<G> conjunction, Branch<G> branch) {
        List<G> open = new ArrayList<>(branch.premises());
        for (G goal : conjunction.open().subList(1, conjunction.open().size())) {
            open.add(branch.bindings().apply(goal));
        }
        return new Conjunction<>(branch.bindings().apply(conjunction.answer()), open);
    }

    /** The problem of achieving a goal; each conjunction with nothing open is an answer. */
    default Problem<Conjunction<G>> problem(G goal) {
        return new Problem<>(
                canonical(new Conjunction<>(goal, List.of(goal))),
                conjunction -> conjunction.open().isEmpty(),
                expander());
    }
}
