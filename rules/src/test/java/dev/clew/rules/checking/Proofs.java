package dev.clew.rules.checking;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes proofs by hand. Variables of the same name are the same in all goals that it makes. */
public final class Proofs {
    private final String file;
    private final Map<String, Var> variables = new HashMap<>();

    /** Proofs from the clauses of a file. */
    public Proofs(String file) {
        this.file = file;
    }

    /** The goal that a text is. */
    public Term goal(String text) {
        ReadResult r =
                new TermReader(
                                new StringSource(text + " ."),
                                Operators.standard(),
                                ReadFlags.standard())
                        .read();
        for (ReadVariable v : r.namedVariables()) {
            v.variable().ref = variables.computeIfAbsent(v.name(), n -> new Var());
        }
        return r.term();
    }

    /** A proof by the clause at a line, the {@code number}-th of its predicate. */
    public Proof clause(String goal, int line, int number, Proof... premises) {
        return new Proof(goal(goal), new Step.ByClause(file, line, number), List.of(premises));
    }

    /** A proof by a built-in predicate. */
    public Proof builtIn(String goal) {
        return new Proof(goal(goal), new Step.ByBuiltIn());
    }

    /** A proof of a negation. */
    public Proof failure(String goal) {
        return new Proof(goal(goal), new Step.ByFailure());
    }

    /** A proof by the solutions of a goal. */
    public Proof solutions(String goal) {
        return new Proof(goal(goal), new Step.BySolutions());
    }

    /** A proof of a conjunction. */
    public Proof conjunction(String goal, Proof... premises) {
        return new Proof(goal(goal), new Step.ByConjunction(), List.of(premises));
    }

    /** A proof by a branch. */
    public Proof branch(String goal, int number, Proof... premises) {
        return new Proof(goal(goal), new Step.ByBranch(number), List.of(premises));
    }

    /** A reference to a lemma, from 0. */
    public Proof lemma(String goal, int lemma) {
        return new Proof(goal(goal), new Step.ByLemma(lemma));
    }

    /** An explanation without lemmas. */
    public static Explanation explanation(Proof proof, Proof... lemmas) {
        return new Explanation(proof, List.of(lemmas));
    }
}
