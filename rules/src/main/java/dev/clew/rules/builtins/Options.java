package dev.clew.rules.builtins;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.List;

/**
 * Walks over a list of options, each {@code Name(Value)} or {@code Name = Value}. The whole list is
 * checked before the first option is looked at, as ISO's order of errors asks.
 */
final class Options {
    private final List<Term> items;
    private final String domain;
    private int next;
    private Term option = Atom.NIL;
    private String name = "";
    private Term value = Atom.NIL;

    /**
     * Options from a list.
     *
     * @param domain the domain that errors name, such as {@code stream_option}
     */
    Options(Term list, String domain) {
        Term t = list.deref();
        while (t instanceof Compound c && c.functor() == Functor.COLON) {
            t = c.arg(1).deref();
        }
        this.domain = domain;
        this.items = Lists.items(t);
        for (Term item : items) {
            if (item.deref() instanceof Var) {
                throw Errors.instantiation();
            }
        }
    }

    /** Goes to the next option; false after the last. */
    boolean next() {
        if (next == items.size()) {
            return false;
        }
        option = items.get(next++).deref();
        if (option instanceof Compound c && c.arity() == 1) {
            name = c.name().name();
            value = c.arg(0).deref();
        } else if (option instanceof Compound c
                && c.functor() == Functor.EQUALS
                && c.arg(0).deref() instanceof Atom a) {
            name = a.name();
            value = c.arg(1).deref();
        } else {
            throw wrong();
        }
        return true;
    }

    /** The option as it was given. */
    Term option() {
        return option;
    }

    /** The name of the option. */
    String name() {
        return name;
    }

    /** The argument of the option. */
    Term value() {
        return value;
    }

    /** The error for an option that is unknown or has an impossible argument. */
    PrologError wrong() {
        return Errors.domain(domain, option);
    }

    /** The argument, which must be bound. */
    Term bound() {
        if (value instanceof Var) {
            throw Errors.instantiation();
        }
        return value;
    }

    /** The argument, which must be {@code true} or {@code false}. */
    boolean bool() {
        Term t = bound();
        if (t == Atom.TRUE) {
            return true;
        } else if (t == Atom.FALSE) {
            return false;
        }
        throw wrong();
    }

    /** The text of the argument, which must be an atom. */
    String atom() {
        if (bound() instanceof Atom a) {
            return a.name();
        }
        throw wrong();
    }

    /** The argument, which must be an integer of 32 bits. */
    int integer() {
        if (bound() instanceof Int i && i.value() == (int) i.value()) {
            return (int) i.value();
        }
        throw wrong();
    }
}
