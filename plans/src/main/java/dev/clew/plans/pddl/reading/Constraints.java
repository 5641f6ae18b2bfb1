package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;

/** Constraints on the whole run: preferences may be left unregarded, others may not. */
final class Constraints {
    private Constraints() {}

    static void refuseHard(Sections sections, Vocabulary vocabulary) {
        for (Node.Group g : sections.all(":constraints")) {
            for (Node n : g.items().subList(1, g.size())) {
                refuseHard(sections, n);
            }
            vocabulary.notes.add(
                    sections.source.place(g.at()) + ": The preferences are not regarded.");
        }
    }

    private static void refuseHard(Sections sections, Node node) {
        if (!(node instanceof Node.Group g) || g.size() == 0) {
            return;
        }
        switch (g.head()) {
            case "preference" -> {}
            case "and" -> {
                for (Node n : g.items().subList(1, g.size())) {
                    refuseHard(sections, n);
                }
            }
            case "forall" -> refuseHard(sections, g.item(g.size() - 1));
            default ->
                    throw new PddlError(
                            sections.source,
                            g.at(),
                            "The constraint (" + g.head() + ") on the whole plan is not supported.",
                            "Maybe leave it out; only preferences can be passed over.");
        }
    }
}
