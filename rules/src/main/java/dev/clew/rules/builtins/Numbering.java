package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.Set;

/** {@code numbervars/1,3,4}: binds the variables of a term to {@code '$VAR'(N)}. */
final class Numbering {
    private static final Atom ANONYMOUS = Atom.of("_");

    private Functor functor = Functor.of("$VAR", 1);
    private String attributed = "error";
    private boolean singletons;

    private Numbering() {}

    static boolean number(Machine m, Term term, Term start, Term end, Term options) {
        Numbering numbering = new Numbering();
        for (Term option : Arguments.items(options)) {
            numbering.set(Arguments.bound(option));
        }
        Numeric first = Arguments.integer(start);
        if (!(first instanceof Int i)) {
            throw Errors.representation("int64_t");
        }
        return m.unify(end, Int.of(numbering.bind(m, term, i.value())));
    }

    private void set(Term option) {
        if (!(option instanceof Compound c) || c.arity() != 1) {
            throw Errors.domain("numbervars_option", option);
        }
        String name = c.name().name();
        Atom value = Arguments.atom(c.arg(0));
        if (name.equals("singletons")) {
            singletons = value == Atom.TRUE;
        } else if (name.equals("functor_name")) {
            functor = Functor.of(value, 1);
        } else if (name.equals("attvar")) {
            attributed = value.name();
            if (!attributed.equals("error")
                    && !attributed.equals("skip")
                    && !attributed.equals("bind")) {
                throw Errors.domain("numbervars_option", option);
            }
        }
    }

    /** The first number that was not used. */
    private long bind(Machine m, Term term, long start) {
        Set<Var> alone = singletons ? TermWalk.singletons(term) : Set.of();
        long number = start;
        for (Var v : TermWalk.variables(term)) {
            if (v.attributes != null && !attributed.equals("bind")) {
                if (attributed.equals("error")) {
                    throw Errors.type("free_of_attvar", term.deref());
                }
            } else if (alone.contains(v)) {
                m.bind(v, Struct.of(functor, ANONYMOUS));
            } else {
                m.bind(v, Struct.of(functor, Int.of(number++)));
            }
        }
        return number;
    }
}
