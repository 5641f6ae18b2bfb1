package dev.clew.cli.answers;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Variables;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Makes answers of what a query has bound. */
public final class Answers {
    private final Machine machine;

    /** For queries that run on {@code machine}. */
    public Answers(Machine machine) {
        this.machine = machine;
    }

    /**
     * The present answer of a query.
     *
     * @param anonymous whether variables that occur only once are called {@code _}
     */
    public Answer of(Query query, boolean anonymous) {
        List<Term> values = new ArrayList<>();
        for (ReadVariable v : query.variables()) {
            values.add(v.variable().deref());
        }
        List<Term> constraints = new ArrayList<>();
        if (!Variables.attributed(Lists.of(values)).isEmpty()) {
            values = withoutAttributes(values, constraints);
        }
        List<Answer.Binding> all = new ArrayList<>();
        List<Answer.Binding> shown = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Answer.Binding b =
                    new Answer.Binding(query.variables().get(i).name(), values.get(i).deref());
            all.add(b);
            if (b.name().charAt(0) != '_') {
                shown.add(b);
            }
        }
        Term condition = machine.condition();
        List<Term> besides = new ArrayList<>(constraints);
        besides.add(condition);
        return new Answer(
                shown, constraints, condition, VariableNaming.of(all, besides, anonymous));
    }

    /**
     * A copy of the values whose variables are plain, with the goals that take the attributes'
     * place.
     */
    private List<Term> withoutAttributes(List<Term> values, List<Term> constraints) {
        Var copy = machine.newVar();
        Var goals = machine.newVar();
        if (!machine.once(
                Struct.of("copy_term", Lists.of(values), copy, goals), machine.db().user())) {
            return values;
        }
        List<Term> found = Lists.itemsOrNull(goals);
        for (Term goal : found == null ? List.<Term>of() : found) {
            constraints.add(unqualified(goal.deref()));
        }
        return Lists.items(copy);
    }

    /** A goal without the module {@code user}, also where it is an argument. */
    private static Term unqualified(Term goal) {
        Term plain = stripUser(goal);
        Term t = plain == null ? goal : plain;
        if (!(t instanceof Struct s)) {
            return t;
        }
        Term[] args = new Term[s.args.length];
        for (int i = 0; i < args.length; i++) {
            Term arg = s.args[i].deref();
            Term stripped = stripUser(arg);
            args[i] = stripped == null ? arg : stripped;
        }
        return Struct.of(s.functor(), args);
    }

    private static @Nullable Term stripUser(Term t) {
        return t instanceof Struct s
                        && s.functor() == Functor.COLON
                        && s.args[0].deref() == Atom.USER
                ? s.args[1].deref()
                : null;
    }
}
