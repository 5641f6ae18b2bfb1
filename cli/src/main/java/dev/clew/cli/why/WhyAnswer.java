package dev.clew.cli.why;

import dev.clew.cli.answers.Query;
import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.ProofWords;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.ProofText;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.IdentityHashMap;
import java.util.Map;

/** Why the present answer of a query holds. */
public final class WhyAnswer {
    private static final int SHORT = 12;

    private final Machine machine;
    private final Explaining why;
    private final ProofWords words;

    private WhyAnswer(Machine machine, Explaining why, ProofWords words) {
        this.machine = machine;
        this.why = why;
        this.words = words;
    }

    /**
     * Reads the proof of the present answer.
     *
     * @param node what {@link Explaining#proving} was given
     * @param levels how many levels of it are of interest
     */
    public static WhyAnswer of(Machine machine, Query query, Term node, int levels) {
        Explaining why = Explaining.of(machine, query.goal(), node, levels);
        Map<Var, String> asked = new IdentityHashMap<>();
        for (ReadVariable v : query.variables()) {
            if (v.variable().deref() instanceof Var x) {
                asked.put(x, v.name());
            }
        }
        return of(machine, why, asked);
    }

    /**
     * A proof with the names of variables.
     *
     * @param asked what the question calls its variables
     */
    public static WhyAnswer of(Machine machine, Explaining why, Map<Var, String> asked) {
        return new WhyAnswer(machine, why, new ProofWords(machine, asked, why.names(), SHORT));
    }

    Explanation explanation() {
        return why.explanation();
    }

    /** How many steps the proof has. */
    public long size() {
        return why.size();
    }

    ProofText.Words words() {
        return words;
    }

    Operators operators() {
        return machine.db().user().operators();
    }

    /** The names of the variables that are left. */
    Map<Var, String> names() {
        return words.names(why.explanation());
    }
}
