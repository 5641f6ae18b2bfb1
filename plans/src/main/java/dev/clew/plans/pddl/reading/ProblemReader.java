package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Domain;
import dev.clew.plans.pddl.model.Formula;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a problem of a domain. */
final class ProblemReader {
    private static final List<String> SECTIONS =
            List.of(
                    ":domain",
                    ":requirements",
                    ":objects",
                    ":init",
                    ":goal",
                    ":metric",
                    ":length",
                    ":constraints");

    private final Source source;
    private final Domain domain;
    private final Vocabulary vocabulary;
    private final Sections sections;
    private final Set<Atom> initial = new LinkedHashSet<>();
    private final Map<Atom, BigDecimal> values = new HashMap<>();

    ProblemReader(Source source, Domain domain, Vocabulary vocabulary) {
        this.source = source;
        this.domain = domain;
        this.vocabulary = vocabulary;
        this.sections = new Sections(source, "problem");
    }

    PlanningTask read() {
        sections.requireKnown(SECTIONS);
        noteDomain();
        Constraints.refuseHard(sections, vocabulary);
        TypedList objects = TypedList.read(source, sections.contents(":objects"));
        vocabulary.addObjects(source, objects);
        for (Node n : sections.contents(":init")) {
            fact(n);
        }
        return new PlanningTask(
                domain,
                source,
                sections.name,
                List.copyOf(vocabulary.objects.values()),
                initial,
                values,
                goal(),
                metric(),
                vocabulary.notes);
    }

    private void noteDomain() {
        Node.Group g = sections.first(":domain");
        if (g != null
                && g.size() > 1
                && g.item(1) instanceof Node.Word w
                && !w.text().equals(domain.name())) {
            vocabulary.notes.add(
                    source.place(w.at())
                            + ": The problem is of the domain ("
                            + w.text()
                            + "); it is read with ("
                            + domain.name()
                            + ").");
        }
    }

    private void fact(Node node) {
        if (!(node instanceof Node.Group g)) {
            throw new PddlError(source, node.at(), "An atom in brackets should stand here.", null);
        }
        switch (g.head()) {
            case "=" -> value(g);
            case "not" -> {
                // What is not listed is false anyway.
                if (g.size() == 2 && g.item(1) instanceof Node.Group part) {
                    vocabulary.atom(source, part, Scope.EMPTY);
                }
            }
            case "and" -> {
                for (Node n : g.items().subList(1, g.size())) {
                    fact(n);
                }
            }
            case "at" -> {
                refuseTimed(g);
                initial.add(vocabulary.atom(source, g, Scope.EMPTY));
            }
            default -> initial.add(vocabulary.atom(source, g, Scope.EMPTY));
        }
    }

    private void refuseTimed(Node.Group g) {
        if (g.size() == 3 && g.item(2) instanceof Node.Group) {
            throw new PddlError(source, g.at(), "Facts at a time are not supported.", null);
        }
    }

    private void value(Node.Group g) {
        if (g.size() == 3
                && g.item(1) instanceof Node.Word left
                && g.item(2) instanceof Node.Word right
                && left.text().equals(right.text())
                && vocabulary.objects.containsKey(left.text())) {
            // That an object is itself needs no saying.
            return;
        }
        if (g.size() != 3
                || !(g.item(2) instanceof Node.Word w)
                || ExpressionReader.number(w.text()) == null) {
            throw new PddlError(
                    source,
                    g.at(),
                    "The value of a function should be a number.",
                    "Maybe (= (FUNCTION ...) 1)?");
        }
        Node.Group function =
                g.item(1) instanceof Node.Group f
                        ? f
                        : new Node.Group(List.of(g.item(1)), g.at(), g.end());
        BigDecimal number = ExpressionReader.number(w.text());
        if (number != null) {
            values.put(vocabulary.function(source, function, Scope.EMPTY), number);
        }
    }

    private Formula goal() {
        Node.Group g = sections.first(":goal");
        if (g == null) {
            throw new PddlError(
                    source, 0, "The problem has no goal.", "Maybe add (:goal (and ...)).");
        }
        if (g.size() != 2) {
            throw new PddlError(
                    source,
                    g.at(),
                    "The goal should be one condition.",
                    "Maybe (:goal (and ...))?");
        }
        return new FormulaReader(source, vocabulary).read(g.item(1), Scope.EMPTY);
    }

    /** The function to minimize; time is the number of actions. */
    private @Nullable String metric() {
        Node.Group g = sections.first(":metric");
        if (g == null) {
            return null;
        }
        boolean isMinimize =
                g.size() == 3 && g.item(1) instanceof Node.Word w && w.text().equals("minimize");
        String name = g.size() == 3 ? name(g.item(2)) : "";
        if (isMinimize && vocabulary.functions.containsKey(name)) {
            return name;
        }
        if (!isMinimize || !name.equals("total-time")) {
            vocabulary.notes.add(
                    source.place(g.at()) + ": The metric is not regarded; each action costs 1.");
        }
        return null;
    }

    private static String name(Node node) {
        return switch (node) {
            case Node.Word w -> w.text();
            case Node.Group g -> g.size() == 1 ? g.head() : "";
        };
    }
}
