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
        SearchBuiltins.register(registry);
        AttributeBuiltins.register(registry);
        Sentences.register(registry);
        FlagBuiltins.register(registry);
        TableBuiltins.register(registry);
        dev.clew.rules.builtins.AllBuiltins.register(registry);
        declareMeta(db);
        db.system().predicate(Functor.of("tnot", 1)).procedure.isProtected = true;
        for (String indicator : Iso.PREDICATES) {
            int slash = indicator.lastIndexOf('/');
            Functor f =
                    Functor.of(
                            Atom.of(indicator.substring(0, slash)),
                            Integer.parseInt(indicator.substring(slash + 1)));
            Predicate p = db.system().known(f);
            if (p != null) {
                p.procedure.isProtected = true;
            }
        }
    }

    /** What the meta-arguments of Java built-ins are; told by {@code predicate_property/2}. */
    private static final String[] META = {
        "call 0",
        "call 1?",
        "call 2??",
        "call 3???",
        "call 4????",
        "call 5?????",
        "call 6??????",
        "call 7???????",
        ", 00",
        "; 00",
        "-> 00",
        "*-> 00",
        "| 00",
        "\\+ 0",
        "not 0",
        "once 0",
        "ignore 0",
        "apply :?",
        "catch 0?0",
        "catch_with_backtrace 0?0",
        "findall ?0-",
        "findall ?0-?",
        "forall 00",
        "setup_call_cleanup 000",
        "setup_call_catcher_cleanup 00?0",
        "call_cleanup 00",
        "call_with_depth_limit 0?-",
        "table :",
        "untable :",
        "tnot 0",
        "not_exists 0",
        "call_delays 0-",
        "abolish_table_subgoals :",
        "current_table :-",
        "with_output_to ?0",
        "assertz :",
        "asserta :",
        "assert :",
        "retract :",
        "retractall :",
        "clause :?",
        "abolish :",
        "consult :",
        "initialization 0",
        "initialization 0+"
    };

    private static void declareMeta(Database db) {
        for (String line : META) {
            int space = line.indexOf(' ');
            char[] modes = line.substring(space + 1).toCharArray();
            Predicate p = db.system().known(Functor.of(line.substring(0, space), modes.length));
            if (p != null && p.procedure.isDefined()) {
                p.procedure.meta = modes;
            }
        }
    }

    private record SystemRegistry(Database db) implements Registry {
        @Override
        public void det(String name, int arity, Det code) {
            db.system().predicate(Functor.of(name, arity)).procedure =
                    new Builtin.Deterministic(code);
        }

        @Override
        public void nondet(String name, int arity, NonDet code) {
            db.system().predicate(Functor.of(name, arity)).procedure =
                    new Builtin.Nondeterministic(code);
        }
    }
}
