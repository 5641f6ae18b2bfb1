package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Effect;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads effects. */
final class EffectReader {
    private static final Set<String> CHANGES =
            Set.of("assign", "decrease", "scale-up", "scale-down", "change");

    private final Source source;
    private final Vocabulary vocabulary;
    private final FormulaReader formulas;
    private final ExpressionReader expressions;

    EffectReader(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.formulas = new FormulaReader(source, vocabulary);
        this.expressions = new ExpressionReader(source, vocabulary);
    }

    Effect read(Node node, Scope scope) {
        if (Node.isNothing(node)) {
            return new Effect.All(List.of(), node.at());
        }
        if (!(node instanceof Node.Group g)) {
            throw new PddlError(
                    source, node.at(), "An effect in brackets should stand here.", null);
        }
        int at = g.at();
        if (g.size() == 0) {
            return new Effect.All(List.of(), at);
        }
        switch (g.head()) {
            case "and":
                List<Effect> parts = new ArrayList<>(g.size() - 1);
                for (Node part : g.items().subList(1, g.size())) {
                    parts.add(read(part, scope));
                }
                return new Effect.All(parts, at);
            case "not":
                require(g, 2, "(not (PREDICATE ...))");
                return new Effect.Delete(changed(g.item(1), scope), at);
            case "when":
                require(g, 3, "(when CONDITION EFFECT)");
                return new Effect.When(formulas.read(g.item(1), scope), read(g.item(2), scope), at);
            case "forall":
                require(g, 3, "(forall (?x - TYPE) EFFECT)");
                List<Parameter> variables = vocabulary.variables(source, g.item(1));
                Scope inner = new Scope(variables, scope);
                return new Effect.ForAll(variables, read(g.item(2), inner), at);
            case "increase":
                return increase(g, scope);
            default:
                if (CHANGES.contains(g.head()) && !vocabulary.predicates.containsKey(g.head())) {
                    return unregarded(g);
                }
                return new Effect.Add(changed(g, scope), at);
        }
    }

    private Atom changed(Node node, Scope scope) {
        if (!(node instanceof Node.Group g)) {
            throw new PddlError(source, node.at(), "An atom in brackets should stand here.", null);
        }
        if (g.head().equals("=")) {
            throw new PddlError(source, g.at(), "No action can make objects equal.", null);
        }
        return vocabulary.atom(source, g, scope);
    }

    private Effect increase(Node.Group g, Scope scope) {
        require(g, 3, "(increase (total-cost) AMOUNT)");
        Atom function;
        if (g.item(1) instanceof Node.Group f) {
            function = vocabulary.function(source, f, scope);
        } else if (g.item(1) instanceof Node.Word w) {
            // Some write a function without arguments as a word.
            function =
                    vocabulary.function(source, new Node.Group(List.of(w), w.at(), w.at()), scope);
        } else {
            throw new IllegalStateException("A node is a word or a group.");
        }
        return new Effect.Increase(function, expressions.read(g.item(2), scope), g.at());
    }

    /** Nothing asks for the number: conditions on numbers are errors, and so is such a metric. */
    private Effect unregarded(Node.Group g) {
        vocabulary.notes.add(
                source.place(g.at())
                        + ": The effect ("
                        + g.head()
                        + ") on a number is not regarded.");
        return new Effect.All(List.of(), g.at());
    }

    private void require(Node.Group g, int size, String form) {
        if (g.size() != size) {
            throw new PddlError(
                    source,
                    g.at(),
                    "The effect ("
                            + g.head()
                            + ") has "
                            + (g.size() - 1)
                            + (g.size() == 2 ? " part" : " parts")
                            + ", not "
                            + (size - 1)
                            + ".",
                    "Maybe " + form + "?");
        }
    }
}
