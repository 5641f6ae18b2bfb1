package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * The clauses that the rules of library(defeasible) stand for: {@code L :: B => H unless E} for
 * {@code H :- according_to(L), B, undefeated(L, H)}. What is not of that kind is none.
 */
final class DefeasibleRules {
    private static final Functor LABELLED = Functor.of("::", 2);
    private static final Functor UNLESS = Functor.of("unless", 2);
    private static final Functor DEFEATER = Functor.of("~>", 2);

    private DefeasibleRules() {}

    /** Whether a term is a rule of a rule base, and no clause as it is. */
    static boolean isRule(Term t) {
        return t instanceof Struct s
                && (s.functor() == LABELLED
                        || s.functor() == Terms.PICK_RULE
                        || s.functor() == DEFEATER
                        || s.functor() == Functor.RULE && Terms.is(s.args[0].deref(), "::", 2));
    }

    /** The clause of a rule, or null if it concludes nothing. */
    static @Nullable Term clause(Term rule, String file, int line) {
        Struct s = (Struct) rule;
        if (s.functor() == Functor.RULE) {
            Term head = ((Struct) s.args[0].deref()).args[1];
            return Struct.of(Functor.RULE, head, goals(s.args[1]));
        } else if (s.functor() != LABELLED) {
            Term place = Struct.of(Functor.COLON, Atom.of(file), Int.of(line));
            return conclusion(s, place);
        }
        Term inner = s.args[1].deref();
        if (inner instanceof Struct r
                && (r.functor() == Terms.PICK_RULE || r.functor() == DEFEATER)) {
            return conclusion(r, s.args[0]);
        } else if (inner instanceof Struct r && r.functor() == Functor.RULE) {
            return Struct.of(Functor.RULE, r.args[0], goals(r.args[1]));
        }
        return inner;
    }

    private static @Nullable Term conclusion(Struct rule, Term label) {
        if (rule.functor() == DEFEATER) {
            return null;
        }
        Term head = rule.args[1].deref();
        if (head instanceof Struct u && u.functor() == UNLESS) {
            head = u.args[0].deref();
        }
        Term undefeated = Struct.of("undefeated", label, head);
        Term rest = Struct.of(Functor.COMMA, goals(rule.args[0]), undefeated);
        Term body = Struct.of(Functor.COMMA, Struct.of("according_to", label), rest);
        return Struct.of(Functor.RULE, head, body);
    }

    /** Negations of goals that a program may define are those of the well-founded model. */
    private static Term goals(Term body) {
        Term t = body.deref();
        if (!(t instanceof Struct s)) {
            return t;
        } else if (s.functor() == Functor.COMMA || s.functor() == Terms.OR) {
            return Struct.of(s.functor(), goals(s.args[0]), goals(s.args[1]));
        } else if (s.functor() == Terms.ARROW) {
            return Struct.of(s.functor(), s.args[0], goals(s.args[1]));
        } else if (s.functor() == Terms.NOT) {
            Functor f = Terms.functor(s.args[0].deref());
            boolean isTest = f != null && Standard.isTest(f);
            return isTest ? s : Struct.of("naf", goals(s.args[0]));
        }
        return t;
    }
}
