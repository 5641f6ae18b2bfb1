package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

/** A predicate: the module it belongs to, its name and arity. */
record PredicateName(Atom module, Functor functor) {
    @Override
    public String toString() {
        return module == Atom.USER ? functor.toString() : module + ":" + functor;
    }
}
