package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A clause as it stands in the program.
 *
 * @param predicate what it is a clause of
 * @param file the file it stands in
 * @param line the line where it starts
 * @param context the module that its body belongs to
 * @param head the head, without a module
 * @param goals the goals of its body, conjunctions taken apart
 */
record ClauseText(
        PredicateName predicate, String file, int line, Atom context, Term head, List<Term> goals) {

    /** The goals of a conjunction from left to right, whatever the parentheses. */
    static List<Term> conjuncts(Term body) {
        List<Term> goals = new ArrayList<>();
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(body);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Struct s && s.functor() == Functor.COMMA) {
                agenda.push(s.args[1]);
                agenda.push(s.args[0]);
            } else {
                goals.add(t);
            }
        }
        return goals;
    }

    /** This clause with variables of its own: the head and the goals, as arguments of one term. */
    Struct renamed(Bindings bindings) {
        Term[] parts = new Term[goals.size() + 1];
        parts[0] = head;
        for (int i = 0; i < goals.size(); i++) {
            parts[i + 1] = goals.get(i);
        }
        Struct whole = new Struct(Functor.of("clause", parts.length), parts);
        return (Struct) bindings.copy(whole, new java.util.IdentityHashMap<>());
    }

    String place() {
        return file + ":" + line;
    }
}
