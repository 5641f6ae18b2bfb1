package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Action;
import dev.clew.plans.pddl.model.Derivation;
import dev.clew.plans.pddl.model.Domain;
import dev.clew.plans.pddl.model.Effect;
import dev.clew.plans.pddl.model.Formula;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Signature;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.model.Types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a domain. */
final class DomainReader {
    private static final List<String> SECTIONS =
            List.of(
                    ":requirements",
                    ":types",
                    ":constants",
                    ":predicates",
                    ":functions",
                    ":action",
                    ":derived",
                    ":constraints",
                    ":durative-action");

    private final Source source;
    private final Sections sections;
    private final Vocabulary vocabulary;

    DomainReader(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.sections = new Sections(source, "domain");
    }

    Domain read() {
        sections.requireKnown(SECTIONS);
        for (Node.Group g : sections.all(":durative-action")) {
            throw new PddlError(source, g.at(), "Actions with a duration are not supported.", null);
        }
        Constraints.refuseHard(sections, vocabulary);
        vocabulary.types = types();
        TypedList constants = TypedList.read(source, sections.contents(":constants"));
        vocabulary.addObjects(source, constants);
        predicates();
        functions();
        List<Derivation> derivations = new ArrayList<>();
        for (Node.Group g : sections.all(":derived")) {
            derivations.add(derivation(g));
        }
        List<Action> actions = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Node.Group g : sections.all(":action")) {
            Action action = action(g);
            if (!names.add(action.name())) {
                throw new PddlError(
                        source, g.at(), "There are two actions (" + action.name() + ").", null);
            }
            actions.add(action);
        }
        return new Domain(
                source,
                sections.name,
                vocabulary.types,
                List.copyOf(vocabulary.objects.values()),
                vocabulary.predicates,
                vocabulary.functions,
                actions,
                derivations);
    }

    private Types types() {
        TypedList list = TypedList.read(source, sections.contents(":types"));
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        for (Parameter p : list.names) {
            Set<String> above = parents.computeIfAbsent(p.name(), n -> new LinkedHashSet<>());
            above.addAll(p.types());
            above.remove(p.name());
        }
        return new Types(parents);
    }

    private void predicates() {
        for (Node n : sections.contents(":predicates")) {
            Signature s = signature(n, "predicate");
            if (vocabulary.predicates.put(s.name(), s) != null) {
                throw new PddlError(
                        source, n.at(), "There are two predicates (" + s.name() + ").", null);
            }
        }
        // Equality is known without being declared.
        vocabulary.predicates.remove("=");
    }

    private Signature signature(Node n, String kind) {
        if (!(n instanceof Node.Group g) || g.head().isEmpty()) {
            throw new PddlError(
                    source,
                    n.at(),
                    "A " + kind + " in brackets should stand here.",
                    "Maybe (NAME ?x - TYPE)?");
        }
        Node.Group arguments = new Node.Group(g.items().subList(1, g.size()), g.at(), g.end());
        return new Signature(g.head(), vocabulary.variables(source, arguments));
    }

    /** Functions with their type, which is a number: {@code (distance ?a ?b) - number}. */
    private void functions() {
        List<Node> items = sections.contents(":functions");
        for (int i = 0; i < items.size(); i++) {
            Node n = items.get(i);
            if (n instanceof Node.Word w && w.text().equals("-") && i + 1 < items.size()) {
                i++;
                requireNumber(items.get(i));
            } else {
                Signature s = signature(n, "function");
                vocabulary.functions.put(s.name(), s);
            }
        }
    }

    private void requireNumber(Node type) {
        if (!(type instanceof Node.Word w) || !w.text().equals("number")) {
            throw new PddlError(
                    source, type.at(), "Functions to objects are not supported.", "Maybe number?");
        }
    }

    private Derivation derivation(Node.Group g) {
        if (g.size() != 3 || !(g.item(1) instanceof Node.Group)) {
            throw new PddlError(
                    source,
                    g.at(),
                    "A rule for a derived predicate has a head and a condition.",
                    "Maybe (:derived (PREDICATE ?x) CONDITION)?");
        }
        Signature head = signature(g.item(1), "predicate");
        Signature declared = vocabulary.predicates.get(head.name());
        if (declared == null || declared.arity() != head.arity()) {
            throw new PddlError(
                    source,
                    g.item(1).at(),
                    "The predicate ("
                            + head.name()
                            + ") is not declared with "
                            + head.arity()
                            + " arguments.",
                    Nearest.hint(head.name(), vocabulary.predicates.keySet()));
        }
        List<Parameter> parameters = narrowed(head, declared);
        Formula condition =
                new FormulaReader(source, vocabulary)
                        .read(g.item(2), new Scope(parameters, Scope.EMPTY));
        return new Derivation(head.name(), parameters, condition, g.at());
    }

    /** Variables of the head without types have those of the declaration. */
    private static List<Parameter> narrowed(Signature head, Signature declared) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < head.arity(); i++) {
            Parameter p = head.parameters().get(i);
            boolean isTyped = !p.types().equals(List.of(Types.OBJECT));
            List<String> types = declared.parameters().get(i).types();
            parameters.add(isTyped ? p : new Parameter(p.name(), types));
        }
        return parameters;
    }

    private Action action(Node.Group g) {
        if (g.size() < 2 || !(g.item(1) instanceof Node.Word name)) {
            throw new PddlError(source, g.at(), "The action should have its name here.", null);
        }
        Map<String, Node> parts = parts(g);
        Node parameters = parts.get(":parameters");
        List<Parameter> variables =
                parameters == null ? List.of() : vocabulary.variables(source, parameters);
        requireDistinct(variables, parameters == null ? g : parameters);
        Scope scope = new Scope(variables, Scope.EMPTY);
        Node condition = parts.get(":precondition");
        Node effect = parts.get(":effect");
        return new Action(
                name.text(),
                variables,
                condition == null
                        ? new Formula.And(List.of(), g.at())
                        : new FormulaReader(source, vocabulary).read(condition, scope),
                effect == null
                        ? new Effect.All(List.of(), g.at())
                        : new EffectReader(source, vocabulary).read(effect, scope),
                g.at());
    }

    private void requireDistinct(List<Parameter> variables, Node at) {
        Set<String> names = new LinkedHashSet<>();
        for (Parameter p : variables) {
            if (!names.add(p.name())) {
                throw new PddlError(
                        source, at.at(), "There are two parameters (" + p.name() + ").", null);
            }
        }
    }

    private Map<String, Node> parts(Node.Group g) {
        Map<String, Node> parts = new LinkedHashMap<>();
        List<String> known = List.of(":parameters", ":precondition", ":effect");
        for (int i = 2; i < g.size(); i += 2) {
            if (!(g.item(i) instanceof Node.Word w) || !known.contains(w.text())) {
                String found = g.item(i) instanceof Node.Word w ? w.text() : "a bracket";
                throw new PddlError(
                        source,
                        g.item(i).at(),
                        "A part of the action should begin here, not (" + found + ").",
                        Nearest.hint(found, known));
            }
            if (i + 1 == g.size()) {
                throw new PddlError(source, w.at(), "Nothing follows " + w.text() + ".", null);
            }
            if (g.item(i + 1) instanceof Node.Word next && known.contains(next.text())) {
                // An empty part: :precondition :effect (...).
                i--;
                continue;
            }
            if (parts.put(w.text(), g.item(i + 1)) != null) {
                throw new PddlError(source, w.at(), "The action has two " + w.text() + ".", null);
            }
        }
        return parts;
    }
}
