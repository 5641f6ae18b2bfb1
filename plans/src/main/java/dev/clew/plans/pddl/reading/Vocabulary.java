package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Signature;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.model.Term;
import dev.clew.plans.pddl.model.Types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names stand for: what is declared so far, checked at each use. */
final class Vocabulary {
    Types types = new Types(Map.of());
    final Map<String, Parameter> objects = new LinkedHashMap<>();
    final Map<String, Signature> predicates = new LinkedHashMap<>();
    final Map<String, Signature> functions = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();

    /** One name has one object, so that equal terms share it. */
    private final Map<String, Term.Constant> constants = new LinkedHashMap<>();

    /** Variables with their types: {@code (?a ?b - t)}. */
    List<Parameter> variables(Source source, Node node) {
        if (Node.isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof Node.Group group)) {
            throw new PddlError(
                    source, node.at(), "Variables in brackets should stand here.", null);
        }
        TypedList list = TypedList.read(source, group.items());
        for (int i = 0; i < list.names.size(); i++) {
            Parameter p = list.names.get(i);
            int at = list.places.get(i);
            if (p.name().charAt(0) != '?') {
                throw new PddlError(
                        source,
                        at,
                        "A variable should stand here, not (" + p.name() + ").",
                        "Maybe ?" + p.name() + "?");
            }
            requireTypes(source, at, p);
        }
        return list.names;
    }

    void requireTypes(Source source, int at, Parameter p) {
        for (String type : p.types()) {
            if (!types.has(type)) {
                throw new PddlError(
                        source,
                        at,
                        "The type (" + type + ") of " + p.name() + " is not declared.",
                        Nearest.hint(type, types.names()));
            }
        }
    }

    /** An object that is declared again keeps all its types. */
    void addObjects(Source source, TypedList list) {
        for (int i = 0; i < list.names.size(); i++) {
            Parameter p = list.names.get(i);
            requireTypes(source, list.places.get(i), p);
            objects.merge(p.name(), p, Vocabulary::both);
        }
    }

    private static Parameter both(Parameter first, Parameter again) {
        Set<String> types = new LinkedHashSet<>(first.types());
        types.addAll(again.types());
        return new Parameter(first.name(), List.copyOf(types));
    }

    /** An atom of a declared predicate whose variables are in scope. */
    Atom atom(Source source, Node.Group group, Scope scope) {
        return application(source, group, scope, predicates, "predicate");
    }

    /** A declared function with arguments that are in scope. */
    Atom function(Source source, Node.Group group, Scope scope) {
        return application(source, group, scope, functions, "function");
    }

    private Atom application(
            Source source,
            Node.Group group,
            Scope scope,
            Map<String, Signature> declared,
            String kind) {
        String name = group.head();
        Signature signature = declared.get(name);
        if (signature == null) {
            throw new PddlError(
                    source,
                    group.size() == 0 ? group.at() : group.item(0).at(),
                    name.isEmpty()
                            ? "The name of a " + kind + " should stand here."
                            : "There is no " + kind + " (" + name + ").",
                    Nearest.hint(name, declared.keySet()));
        }
        if (group.size() - 1 != signature.arity()) {
            throw new PddlError(
                    source,
                    group.at(),
                    "The "
                            + kind
                            + " ("
                            + name
                            + ") takes "
                            + signature.arity()
                            + (signature.arity() == 1 ? " argument" : " arguments")
                            + ", not "
                            + (group.size() - 1)
                            + ".",
                    "Maybe " + signature + "?");
        }
        List<Term> arguments = new ArrayList<>(signature.arity());
        for (int i = 1; i < group.size(); i++) {
            arguments.add(term(source, group.item(i), scope));
        }
        return new Atom(name, arguments);
    }

    /** An object, or a variable in scope. */
    Term term(Source source, Node node, Scope scope) {
        if (!(node instanceof Node.Word word)) {
            throw new PddlError(
                    source, node.at(), "An object or a variable should stand here.", null);
        }
        String name = word.text();
        if (word.isVariable()) {
            if (scope.has(name)) {
                return new Term.Variable(name);
            }
            throw new PddlError(
                    source,
                    word.at(),
                    "The variable (" + name + ") is not declared here.",
                    Nearest.hint(name, scope.names()));
        }
        if (!objects.containsKey(name)) {
            throw new PddlError(
                    source,
                    word.at(),
                    "There is no object (" + name + ").",
                    scope.has("?" + name)
                            ? "Maybe (?" + name + ")?"
                            : Nearest.hint(name, objects.keySet()));
        }
        return constants.computeIfAbsent(name, Term.Constant::new);
    }
}
