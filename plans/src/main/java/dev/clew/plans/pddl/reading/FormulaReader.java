package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Formula;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Source;

import java.util.ArrayList;
import java.util.List;

/** Reads conditions. */
final class FormulaReader {
    private static final List<String> WORDS =
            List.of("and", "or", "not", "imply", "forall", "exists");

    private final Source source;
    private final Vocabulary vocabulary;

    FormulaReader(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    Formula read(Node node, Scope scope) {
        if (Node.isNothing(node)) {
            return new Formula.And(List.of(), node.at());
        }
        if (!(node instanceof Node.Group g)) {
            throw new PddlError(
                    source, node.at(), "A condition in brackets should stand here.", null);
        }
        int at = g.at();
        if (g.size() == 0) {
            return new Formula.And(List.of(), at);
        }
        switch (g.head()) {
            case "and":
                return new Formula.And(parts(g, scope), at);
            case "or":
                return new Formula.Or(parts(g, scope), at);
            case "not":
                require(g, 2, "(not CONDITION)");
                return new Formula.Not(read(g.item(1), scope), at);
            case "imply":
                require(g, 3, "(imply CONDITION CONDITION)");
                return new Formula.Imply(read(g.item(1), scope), read(g.item(2), scope), at);
            case "forall":
            case "exists":
                return quantified(g, scope);
            case "=":
                return equal(g, scope);
            case "preference":
                vocabulary.notes.add(source.place(at) + ": The preference is not regarded.");
                return new Formula.And(List.of(), at);
            case "<", ">", "<=", ">=":
                throw new PddlError(source, at, "Conditions on numbers are not supported.", null);
            default:
                return atom(g, scope);
        }
    }

    private List<Formula> parts(Node.Group g, Scope scope) {
        List<Formula> parts = new ArrayList<>(g.size() - 1);
        for (Node part : g.items().subList(1, g.size())) {
            parts.add(read(part, scope));
        }
        return parts;
    }

    private Formula quantified(Node.Group g, Scope scope) {
        require(g, 3, "(" + g.head() + " (?x - TYPE) CONDITION)");
        List<Parameter> variables = vocabulary.variables(source, g.item(1));
        Formula body = read(g.item(2), new Scope(variables, scope));
        return g.head().equals("forall")
                ? new Formula.ForAll(variables, body, g.at())
                : new Formula.Exists(variables, body, g.at());
    }

    private Formula equal(Node.Group g, Scope scope) {
        require(g, 3, "(= ?x ?y)");
        if (isNumeric(g.item(1)) || isNumeric(g.item(2))) {
            throw new PddlError(source, g.at(), "Conditions on numbers are not supported.", null);
        }
        return new Formula.Equal(
                vocabulary.term(source, g.item(1), scope),
                vocabulary.term(source, g.item(2), scope),
                g.at());
    }

    private static boolean isNumeric(Node node) {
        return node instanceof Node.Group;
    }

    private Formula atom(Node.Group g, Scope scope) {
        String head = g.head();
        if (!vocabulary.predicates.containsKey(head) && g.size() > 1) {
            for (Node n : g.items().subList(1, g.size())) {
                if (n instanceof Node.Group) {
                    throw new PddlError(
                            source,
                            g.item(0).at(),
                            "There is no such condition (" + head + ").",
                            Nearest.hint(head, WORDS));
                }
            }
        }
        return new Formula.Holds(vocabulary.atom(source, g, scope), g.at());
    }

    private void require(Node.Group g, int size, String form) {
        if (g.size() != size) {
            throw new PddlError(
                    source,
                    g.at(),
                    "The condition ("
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
