package dev.clew.rules.machine;

import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Term;

import java.util.ArrayList;
import java.util.List;

/** The proofs of tabled answers. */
final class LemmaProofs implements ProofReader.Lemmas {
    private final Machine m;
    private final VariableHints hints;
    private final List<Proof> proofs = new ArrayList<>();

    LemmaProofs(Machine m, VariableHints hints) {
        this.m = m;
        this.hints = hints;
    }

    @Override
    public int of(ClauseProcedure tabled, Term goal) {
        proofs.add(new Proof(goal, new Step.ByBuiltIn()));
        return proofs.size() - 1;
    }

    List<Proof> all() {
        return proofs;
    }
}
