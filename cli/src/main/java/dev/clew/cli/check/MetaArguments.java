package dev.clew.cli.check;

import dev.clew.cli.programs.Session;
import dev.clew.rules.machine.Module;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * Which arguments of predicates are goals: by their meta_predicate declarations, and those of the
 * control constructs.
 */
final class MetaArguments {
    private static final String NONE = "";

    private static final Map<String, String> CONTROL =
            Map.ofEntries(
                    Map.entry(",/2", "00"),
                    Map.entry(";/2", "00"),
                    Map.entry("|/2", "00"),
                    Map.entry("->/2", "00"),
                    Map.entry("*->/2", "00"),
                    Map.entry("\\+/1", "0"),
                    Map.entry("not/1", "0"),
                    Map.entry("once/1", "0"),
                    Map.entry("ignore/1", "0"),
                    Map.entry("catch/3", "0?0"),
                    Map.entry("findall/3", "?0-"),
                    Map.entry("findall/4", "?0--"),
                    Map.entry("forall/2", "00"),
                    Map.entry("bagof/3", "?^-"),
                    Map.entry("setof/3", "?^-"),
                    Map.entry("aggregate_all/3", "?0-"),
                    Map.entry("aggregate_all/4", "??0-"),
                    Map.entry("call_cleanup/2", "00"),
                    Map.entry("setup_call_cleanup/3", "000"),
                    Map.entry("with_output_to/2", "?0"),
                    Map.entry("call_with_time_limit/2", "?0"),
                    Map.entry("call_with_depth_limit/3", "0??"),
                    Map.entry("call_with_inference_limit/3", "0??"),
                    Map.entry("freeze/2", "?0"),
                    Map.entry("when/2", "?0"),
                    Map.entry("time/1", "0"),
                    Map.entry("phrase/2", "/?"),
                    Map.entry("phrase/3", "/??"));

    private final Session session;
    private final Map<Module, Map<Functor, String>> known = new HashMap<>();

    MetaArguments(Session session) {
        this.session = session;
    }

    /**
     * A mode for each argument: a digit for a goal that gets so many more arguments, {@code ^},
     * {@code /} for a grammar body.
     */
    String of(Module module, Functor f) {
        return known.computeIfAbsent(module, m -> new HashMap<>())
                .computeIfAbsent(f, g -> find(module, g));
    }

    private String find(Module module, Functor f) {
        String name = f.name().name();
        if (name.equals("call")) {
            return Integer.toString(Math.min(9, f.arity() - 1));
        }
        String control = CONTROL.get(name + "/" + f.arity());
        String declared = control == null ? declared(module, f) : control;
        return declared == null ? NONE : declared;
    }

    private @Nullable String declared(Module module, Functor f) {
        if (f.arity() == 0) {
            return null;
        }
        Term[] args = new Term[f.arity()];
        for (int i = 0; i < args.length; i++) {
            args[i] = new Var();
        }
        Var modes = session.machine().newVar();
        Term property = Struct.of("meta_predicate", modes);
        try {
            Term goal = Struct.of("predicate_property", Struct.of(f, args), property);
            return session.machine().once(goal, module) && modes.deref() instanceof Compound c
                    ? text(c)
                    : null;
        } catch (PrologError e) {
            return null;
        }
    }

    private static String text(Compound modes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < modes.arity(); i++) {
            Term mode = modes.arg(i).deref();
            boolean isGrammar = mode instanceof Atom a && a.name().equals("//");
            boolean isSet = mode instanceof Atom a && a.name().equals("^");
            text.append(
                    mode instanceof Int n
                            ? Long.toString(n.value())
                            : isGrammar ? "/" : isSet ? "^" : "?");
        }
        return text.toString();
    }
}
