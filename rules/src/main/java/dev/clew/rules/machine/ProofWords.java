package dev.clew.rules.machine;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.ProofText;
import dev.clew.rules.syntax.FreshNames;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the goals of a proof as the user would: with the operators of module {@code user}, and
 * with the names that the question and the clauses have for variables.
 */
public final class ProofWords implements ProofText.Words {
    private static final int GOAL = 999;
    private static final String ANONYMOUS = "_";
    private static final Functor UNDEFEATED = Functor.of("undefeated", 2);
    private static final Functor ACCORDING_TO = Functor.of("according_to", 1);

    private final Machine m;
    private final int maxDepth;
    private final Map<Var, String> hints;
    private final Map<Var, String> names = new IdentityHashMap<>();
    private final FreshNames fresh = new FreshNames();

    /**
     * @param asked what the question calls its variables
     * @param hints what the clauses call theirs; names may occur twice
     * @param maxDepth to which depth terms are written; 0 is in full
     */
    public ProofWords(Machine m, Map<Var, String> asked, Map<Var, String> hints, int maxDepth) {
        this.m = m;
        this.hints = hints;
        this.maxDepth = maxDepth;
        for (Map.Entry<Var, String> e : asked.entrySet()) {
            names.put(e.getKey(), e.getValue());
            fresh.take(e.getValue());
        }
    }

    @Override
    public String goal(Term goal) {
        for (Var v : Variables.of(goal)) {
            name(v);
        }
        WriteOptions options = WriteOptions.writeq();
        options.spaceArguments = true;
        options.spaceOperators = true;
        options.priority = GOAL;
        options.variableNames = names;
        options.maxDepth = maxDepth;
        return TermWriter.toText(m.db().user().operators(), options, plain(goal));
    }

    /** The goal without the module {@code user}. */
    private static Term plain(Term goal) {
        Term t = goal.deref();
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() == Atom.USER) {
            t = s.args[1].deref();
        }
        return t;
    }

    private String fresh(Var v) {
        String hint = hints.get(v);
        if (ANONYMOUS.equals(hint)) {
            return ANONYMOUS;
        } else if (hint == null) {
            return fresh.next();
        }
        String name = hint;
        for (int i = 1; !fresh.take(name); i++) {
            name = hint + i;
        }
        return name;
    }

    /**
     * Of the goals that rules with exceptions have besides those of the program, only what they
     * defeat is told.
     */
    @Override
    public @Nullable List<String> account(Term goal) {
        Term t = plain(goal);
        while (t instanceof Struct s && s.functor() == Functor.COLON) {
            t = s.args[1].deref();
        }
        if (!(t instanceof Struct s) || !isOfExceptions(s.functor())) {
            return null;
        }
        return s.functor() == UNDEFEATED ? defeated(s.args[1]) : List.of();
    }

    private boolean isOfExceptions(Functor f) {
        Predicate p = m.db().user().visible(f);
        return (f == UNDEFEATED || f == ACCORDING_TO)
                && p != null
                && p.procedure instanceof ClauseProcedure c
                && c.home.isLibrary;
    }

    private List<String> defeated(Term literal) {
        Var text = m.newVar();
        Term qualified = Struct.of(Functor.COLON, Atom.USER, literal);
        Term told = Struct.of("show_defeated", qualified);
        Term tell = Struct.of(Functor.COLON, Atom.of("defeasible"), told);
        Term asked = Struct.of("with_output_to", Struct.of("string", text), tell);
        try {
            return m.once(asked, m.db().user()) && text.deref() instanceof Str s
                    ? s.value().lines().toList()
                    : List.of();
        } catch (PrologError error) {
            return List.of(); // what is told of a rule does not fit its values
        }
    }

    @Override
    public @Nullable String sentence(Term goal) {
        return Sentences.of(m, named(goal));
    }

    /** The goal with the names of its variables in their places. */
    private Term named(Term goal) {
        List<Var> variables = Variables.of(goal);
        if (variables.isEmpty()) {
            return goal;
        }
        Copying.Stored s = Copying.store(m, Struct.of(Functor.PAIR, goal, Lists.of(variables)));
        Struct pair = (Struct) s.term();
        List<Term> slots = Lists.items(pair.args[1]);
        Term[] values = new Term[s.slots()];
        for (int i = 0; i < slots.size(); i++) {
            values[((Slot) slots.get(i)).index()] = Atom.of(name(variables.get(i)));
        }
        return Renaming.fresh(m, pair.args[0], values);
    }

    /** Names for all variables of a proof. */
    public Map<Var, String> names(Explanation explanation) {
        ArrayDeque<Proof> rest = new ArrayDeque<>();
        rest.push(explanation.proof());
        for (Proof lemma : explanation.lemmas()) {
            rest.addLast(lemma);
        }
        while (!rest.isEmpty()) {
            Proof p = rest.pop();
            for (Var v : Variables.of(p.goal())) {
                name(v);
            }
            for (int i = p.premises().size() - 1; i >= 0; i--) {
                rest.push(p.premises().get(i));
            }
        }
        return names;
    }

    private String name(Var v) {
        String known = names.get(v);
        if (known == null) {
            known = fresh(v);
            names.put(v, known);
        }
        return known;
    }

    @Override
    public String file(String name) {
        String folder = m.db().streams().surroundings().file("").getAbsolutePath();
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
