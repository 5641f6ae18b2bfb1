package dev.clew.rules.proofs;

import dev.clew.rules.terms.Term;

import java.util.List;

/**
 * A proof of a goal: the step that shows it and the proofs of the premises of that step, in the
 * order of the goals of the clause.
 *
 * @param goal what is proved, with the bindings of the answer
 * @param step how it is shown
 * @param premises what the step needs; see {@link Step} for which premises each kind of step has
 */
public record Proof(Term goal, Step step, List<Proof> premises) {
    public Proof {
        premises = List.copyOf(premises);
    }

    /** A proof that needs nothing else. */
    public Proof(Term goal, Step step) {
        this(goal, step, List.of());
    }
}
