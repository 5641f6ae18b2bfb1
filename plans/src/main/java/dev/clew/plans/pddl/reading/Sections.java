package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Source;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A definition: {@code (define (KIND NAME) SECTION...)}; its sections may stand in any order. */
final class Sections {
    final Source source;
    final String name;
    private final List<Node.Group> groups = new ArrayList<>();

    Sections(Source source, String kind) {
        this.source = source;
        Node.Group whole = new Brackets(source).read();
        if (!whole.head().equals("define")) {
            throw new PddlError(
                    source,
                    whole.at(),
                    "The text should begin with (define.",
                    "Maybe (define (" + kind + " NAME) ...)?");
        }
        this.name = name(whole, kind);
        for (Node n : whole.items().subList(2, whole.size())) {
            if (!(n instanceof Node.Group g) || g.size() == 0) {
                throw new PddlError(
                        source, n.at(), "A section in brackets should stand here.", null);
            }
            groups.add(g);
        }
    }

    private String name(Node.Group whole, String kind) {
        if (whole.size() < 2
                || !(whole.item(1) instanceof Node.Group g)
                || g.size() != 2
                || !(g.item(1) instanceof Node.Word word)) {
            throw new PddlError(
                    source,
                    whole.size() < 2 ? whole.at() : whole.item(1).at(),
                    "The " + kind + " should have its name here.",
                    "Maybe (" + kind + " NAME)?");
        }
        if (!g.head().equals(kind)) {
            throw new PddlError(
                    source,
                    g.at(),
                    "This is a " + g.head() + ", not a " + kind + ".",
                    "Maybe the files are named in the wrong order: first the domain, then the"
                            + " problem.");
        }
        return word.text();
    }

    /** The sections of a name, in order. */
    List<Node.Group> all(String section) {
        List<Node.Group> found = new ArrayList<>();
        for (Node.Group g : groups) {
            if (g.head().equals(section)) {
                found.add(g);
            }
        }
        return found;
    }

    /** The first section of a name, or null. */
    Node.@Nullable Group first(String section) {
        List<Node.Group> found = all(section);
        return found.isEmpty() ? null : found.get(0);
    }

    /** What follows the names of all sections of this name, in one list. */
    List<Node> contents(String section) {
        List<Node> items = new ArrayList<>();
        for (Node.Group g : all(section)) {
            items.addAll(g.items().subList(1, g.size()));
        }
        return items;
    }

    /** Complains of a section that is none of these. */
    void requireKnown(List<String> known) {
        for (Node.Group g : groups) {
            if (!known.contains(g.head())) {
                throw new PddlError(
                        source,
                        g.item(0).at(),
                        "There is no such section (" + g.head() + ").",
                        Nearest.hint(g.head(), known));
            }
        }
    }
}
