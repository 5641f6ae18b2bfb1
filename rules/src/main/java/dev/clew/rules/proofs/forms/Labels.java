package dev.clew.rules.proofs.forms;

import dev.clew.rules.proofs.Step;
import dev.clew.rules.syntax.FreshNames;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words for goals and steps. A variable has the same name in all goals of an explanation, and
 * no two variables have the same.
 */
public final class Labels {
    private final Style style;
    private final Map<Var, String> names = new IdentityHashMap<>();
    private final FreshNames fresh = new FreshNames();

    /** The words for one explanation. */
    public Labels(Style style) {
        this.style = style;
        for (Map.Entry<Var, String> e : style.names().entrySet()) {
            if (e.getKey().deref() instanceof Var v
                    && !names.containsKey(v)
                    && fresh.take(e.getValue())) {
                names.put(v, e.getValue());
            }
        }
    }

    /** The names of the variables of all goals that were written so far. */
    public Map<Var, String> names() {
        return names;
    }

    /** The text of a goal; it reads back as the same goal, but for the names of variables. */
    public String goal(Term goal) {
        nameVariables(goal);
        WriteOptions options = WriteOptions.writeq();
        options.spaceArguments = true;
        options.variableNames = names;
        options.priority = 999;
        return TermWriter.toText(style.operators(), options, goal);
    }

    private void nameVariables(Term goal) {
        Set<Compound> met = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(goal);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Var v && !names.containsKey(v)) {
                names.put(v, fresh.next());
            } else if (t instanceof Compound c && met.add(c)) {
                for (int i = c.arity(); i > 0; i--) {
                    agenda.push(c.arg(i - 1));
                }
            }
        }
    }

    /** How a goal is shown, in a few words. */
    public static String step(Step step) {
        return switch (step) {
            case Step.ByClause c -> clause(c);
            case Step.ByBuiltIn b -> "built in";
            case Step.ByFailure f -> "no proof";
            case Step.ByConjunction c -> "and";
            case Step.ByBranch b -> "branch " + b.number();
            case Step.BySolutions s -> "all solutions";
            case Step.ByLemma l -> "lemma " + (l.lemma() + 1);
            case Step.ByUndefined u -> "undefined";
            case Step.ByMore m -> m.steps() + " more";
            case Step.ByAssumption a -> "assumed";
            case Step.BySource s -> s.source();
        };
    }

    private static String clause(Step.ByClause c) {
        return c.file() == null ? "clause " + c.number() + ", added" : c.file() + ":" + c.line();
    }
}
