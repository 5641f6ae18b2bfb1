package dev.clew.cli.answers;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.List;
import java.util.Map;

/**
 * An answer: values of the variables of a query, and what must hold beyond them.
 *
 * @param bindings the variables with their values, in the order of the query
 * @param constraints the goals that wait for variables, as {@code attribute_goals//1} gives them
 * @param condition what an undefined answer depends on; {@code true} for one that is true
 * @param names the names of the variables that occur in values and constraints
 */
public record Answer(
        List<Binding> bindings, List<Term> constraints, Term condition, Map<Var, String> names) {
    /** Whether it is neither true nor false. */
    public boolean isUndefined() {
        return condition != Atom.TRUE;
    }

    /**
     * A variable with its value.
     *
     * @param name the name in the query
     * @param value the value; the variable itself if it is unbound
     */
    public record Binding(String name, Term value) {}
}
