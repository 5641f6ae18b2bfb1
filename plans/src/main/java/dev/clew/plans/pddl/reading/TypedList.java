package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.model.Types;

import java.util.ArrayList;
import java.util.List;

/** Names with types: {@code a b - t, c - (either u v), d}. */
final class TypedList {
    private static final List<String> UNTYPED = List.of(Types.OBJECT);

    private final Source source;
    private final List<Node> items;

    /** The names, each with its offset. */
    final List<Parameter> names = new ArrayList<>();

    final List<Integer> places = new ArrayList<>();

    private TypedList(Source source, List<Node> items) {
        this.source = source;
        this.items = items;
    }

    static TypedList read(Source source, List<Node> items) {
        TypedList list = new TypedList(source, items);
        list.read();
        return list;
    }

    private void read() {
        List<Node.Word> waiting = new ArrayList<>();
        int i = 0;
        while (i < items.size()) {
            Node.Word word = word(items.get(i++), "A name");
            if (!word.text().startsWith("-") || word.text().length() > 1 && waiting.isEmpty()) {
                waiting.add(word);
                continue;
            }
            Node type;
            if (word.text().length() > 1) {
                type = new Node.Word(word.text().substring(1), word.at() + 1);
            } else if (i < items.size()) {
                type = items.get(i++);
            } else {
                throw new PddlError(source, word.at(), "A type should follow the dash.", null);
            }
            add(waiting, types(type));
            waiting.clear();
        }
        add(waiting, UNTYPED);
    }

    private void add(List<Node.Word> words, List<String> types) {
        for (Node.Word w : words) {
            names.add(new Parameter(w.text(), types));
            places.add(w.at());
        }
    }

    private List<String> types(Node type) {
        if (type instanceof Node.Word w) {
            return List.of(w.text());
        }
        Node.Group group = (Node.Group) type;
        int first = group.head().equals("either") ? 1 : 0;
        if (group.size() == first) {
            throw new PddlError(
                    source, group.at(), "Types should stand here.", "Maybe (either a b)?");
        }
        List<String> types = new ArrayList<>();
        for (Node n : group.items().subList(first, group.size())) {
            types.add(word(n, "A type").text());
        }
        return types;
    }

    private Node.Word word(Node node, String what) {
        if (node instanceof Node.Word w) {
            return w;
        }
        throw new PddlError(source, node.at(), what + " should stand here, not a bracket.", null);
    }
}
