package dev.clew.goals;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps whose premises interfere with each other: achieving one may undo another. So all that is
 * still to be achieved, the agenda, is one goal, and each move leads to one other agenda. Planning
 * backward is of this kind: an agenda is a set of conditions, a move is an action that achieves
 * some of them and asks for its own conditions in their place.
 *
 * @param <G> the agendas
 */
@FunctionalInterface
public interface Moves<G> {
    /** The moves that would finish an agenda, each with the agenda that is left before it. */
    List<Move<G>> of(G agenda);

    /**
     * A step with one premise.
     *
     * @param name what it is called
     * @param premise the agenda that has to be finished before
     * @param cost what the move itself costs
     * @param evidence what the domain wants to keep with it
     */
    record Move<G>(String name, G premise, double cost, @Nullable Object evidence) {
        /** A move that costs 1. */
        public Move(String name, G premise) {
            this(name, premise, 1, null);
        }
    }

    /** These moves as steps. */
    default Expander<G> expander() {
        return agenda -> {
            List<Step<G>> steps = new ArrayList<>();
            for (Move<G> m : of(agenda)) {
                steps.add(new Step<>(m.name(), List.of(m.premise()), m.cost(), m.evidence()));
            }
            return steps;
        };
    }
}
