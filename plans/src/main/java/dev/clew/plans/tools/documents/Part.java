package dev.clew.plans.tools.documents;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.catalogue.CatalogueError;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a document: what stands there, as who reads it expects it, or an error that says where.
 *
 * @param source the text
 * @param node the part of it
 */
public record Part(Source source, Node node) {
    /** An error at this part; the hint is a whole sentence. */
    public CatalogueError error(String sentence, @Nullable String hint) {
        return new CatalogueError(source, node.at(), sentence, hint);
    }

    /** An error at the key of an entry of this mapping. */
    public CatalogueError errorAtKey(String key, String sentence, @Nullable String hint) {
        Node.Entry entry = node instanceof Node.Mapping m ? m.entries().get(key) : null;
        return new CatalogueError(source, entry == null ? node.at() : entry.at(), sentence, hint);
    }

    /** Where it stands: {@code name:line:column}. */
    public String place() {
        return source.place(node.at());
    }

    /** Whether it has keys. */
    public boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    /** Whether it is a list. */
    public boolean isSequence() {
        return node instanceof Node.Sequence;
    }

    /** Whether it is a string. */
    public boolean isText() {
        return node instanceof Node.Scalar s && s.value() instanceof String;
    }

    /** The entries of a mapping, in their order. */
    public Map<String, Part> entries() {
        if (!(node instanceof Node.Mapping mapping)) {
            throw error(
                    "Keys with values are expected here, not " + what() + ".",
                    "Maybe `key: value` instead.");
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        mapping.entries().forEach((key, e) -> parts.put(key, new Part(source, e.value())));
        return parts;
    }

    /** The items of a list. */
    public List<Part> items() {
        if (!(node instanceof Node.Sequence sequence)) {
            throw error(
                    "A list is expected here, not " + what() + ".",
                    "Maybe put it in brackets: [...].");
        }
        List<Part> parts = new ArrayList<>();
        sequence.items().forEach(item -> parts.add(new Part(source, item)));
        return parts;
    }

    /** What stands behind a key; null if the key is not there or has nothing behind it. */
    public @Nullable Part get(String key) {
        if (!(node instanceof Node.Mapping mapping)) {
            throw error(
                    "Keys with values are expected here, not " + what() + ".",
                    "Maybe `key: value` instead.");
        }
        Node.Entry entry = mapping.entries().get(key);
        return entry == null || entry.value() instanceof Node.Scalar s && s.value() == null
                ? null
                : new Part(source, entry.value());
    }

    /** What stands behind a key that must be there. */
    public Part need(String key) {
        Part part = get(key);
        if (part == null) {
            String near = Nearest.hint(key, ((Node.Mapping) node).entries().keySet());
            throw error(
                    "There is no `" + key + "` here.",
                    near == null ? "Maybe add a line `" + key + ": ...`." : near);
        }
        return part;
    }

    /** The text behind a key, or another. */
    public String text(String key, String otherwise) {
        Part part = get(key);
        return part == null ? otherwise : part.text();
    }

    /** The truth value behind a key, or another. */
    public boolean truth(String key, boolean otherwise) {
        Part part = get(key);
        return part == null ? otherwise : part.truth();
    }

    /** Rejects keys other than these. */
    public void allow(Collection<String> keys) {
        for (String key : entries().keySet()) {
            if (!keys.contains(key)) {
                String near = Nearest.hint(key, keys);
                throw errorAtKey(
                        key,
                        "The key (" + key + ") means nothing here.",
                        near == null ? "Maybe one of " + String.join(", ", keys) + "." : near);
            }
        }
    }

    /** The string. */
    public String text() {
        if (node instanceof Node.Scalar s && s.value() instanceof String text) {
            return text;
        }
        boolean isSingle = node instanceof Node.Scalar s && s.value() != null;
        throw error(
                "A text is expected here, not " + what() + ".",
                isSingle ? "Maybe put it in quotes." : null);
    }

    /** The truth value. */
    public boolean truth() {
        if (node instanceof Node.Scalar s && s.value() instanceof Boolean truth) {
            return truth;
        }
        throw error("`true` or `false` is expected here, not " + what() + ".", null);
    }

    /** The number. */
    public BigDecimal number() {
        if (node instanceof Node.Scalar s && s.value() instanceof BigDecimal number) {
            return number;
        }
        throw error(
                "A number is expected here, not " + what() + ".",
                isText() ? "Maybe leave the quotes out." : null);
    }

    /** All of it as maps, lists, strings, numbers, truth values and null. */
    public @Nullable Object value() {
        return value(node);
    }

    private static @Nullable Object value(Node node) {
        return switch (node) {
            case Node.Scalar s -> s.value();
            case Node.Sequence s -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (Node item : s.items()) {
                    values.add(value(item));
                }
                yield Collections.unmodifiableList(values);
            }
            case Node.Mapping m -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                m.entries().forEach((key, entry) -> values.put(key, value(entry.value())));
                yield Collections.unmodifiableMap(values);
            }
        };
    }

    private String what() {
        return switch (node) {
            case Node.Mapping m -> "keys with values";
            case Node.Sequence s -> "a list";
            case Node.Scalar s ->
                    switch (s.value()) {
                        case null -> "nothing";
                        case String text -> "the text (" + text + ")";
                        default -> "(" + s.value() + ")";
                    };
        };
    }
}
