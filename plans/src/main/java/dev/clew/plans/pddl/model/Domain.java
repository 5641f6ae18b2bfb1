package dev.clew.plans.pddl.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What can hold and what can be done.
 *
 * @param source the text
 * @param name its name
 * @param types the types
 * @param constants the objects of every problem of the domain
 * @param predicates the predicates, by name
 * @param functions the functions, by name
 * @param actions the actions
 * @param derivations the rules of the derived predicates
 */
public record Domain(
        Source source,
        String name,
        Types types,
        List<Parameter> constants,
        Map<String, Signature> predicates,
        Map<String, Signature> functions,
        List<Action> actions,
        List<Derivation> derivations) {

    /** The action of this name, or null. */
    public @Nullable Action action(String wanted) {
        for (Action a : actions) {
            if (a.name().equals(wanted)) {
                return a;
            }
        }
        return null;
    }
}
