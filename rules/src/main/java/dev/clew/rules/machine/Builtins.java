package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

/** Puts the built-in predicates into a new database. */
final class Builtins {
    private Builtins() {}

    static void install(Database db) {
        Registry registry = new SystemRegistry(db);
        Control.install(db);
        DatabaseBuiltins.register(registry);
        ModuleBuiltins.register(registry);
        LoadBuiltins.register(registry);
        SolvingBuiltins.register(registry);
        AttributeBuiltins.register(registry);
        FlagBuiltins.register(registry);
        dev.clew.rules.builtins.AllBuiltins.register(registry);
        for (String indicator : Iso.PREDICATES) {
            int slash = indicator.lastIndexOf('/');
            Functor f = Functor.of(Atom.of(indicator.substring(0, slash)), Integer.parseInt(indicator.substring(slash + 1)));
            Predicate p = db.system().known(f);
            if (p != null) {
                p.procedure.isProtected = true;
            }
        }
    }

    private record SystemRegistry(Database db) implements Registry {
        @Override
        public void det(String name, int arity, Det code) {
            db.system().predicate(Functor.of(name, arity)).procedure = new Builtin.Deterministic(code);
        }

        @Override
        public void nondet(String name, int arity, NonDet code) {
            db.system().predicate(Functor.of(name, arity)).procedure = new Builtin.Nondeterministic(code);
        }
    }
}
