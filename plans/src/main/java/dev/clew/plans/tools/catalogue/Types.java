package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The types of a catalogue: which is a kind of which, and what fields their values have. */
public final class Types {
    /** How deep in a result a field may lie to be found. */
    private static final int MAX_PATH = 3;

    private final Map<String, Definition> definitions;

    /** By type: itself and all that it is a kind of. */
    private final Map<String, Set<String>> above = new HashMap<>();

    /**
     * A type.
     *
     * @param name its name
     * @param supertypes the types that it is a kind of
     * @param fields what its values have, if they are objects
     * @param isPlain whether the type says nothing but what a value looks like, such as {@code
     *     string} or {@code date}: then one value of it is not as good as another
     */
    public record Definition(
            String name, Set<String> supertypes, Map<String, Field> fields, boolean isPlain) {
        public Definition {
            supertypes = Set.copyOf(supertypes);
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A field of a type. */
    public record Field(Type type, boolean isRequired) {}

    /**
     * A value within a value.
     *
     * @param path how to get there: {@code .address.city}, {@code [0].id}; empty for the whole
     * @param type its type
     * @param name the name of the field, or that of the whole
     * @param within the name of the type or field that it is a field of; empty for the whole
     */
    public record Slot(String path, Type type, String name, String within) {}

    /** The types of JSON, and these. */
    public Types(Map<String, Definition> definitions) {
        Map<String, Definition> all = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Set<String> above = kind == Kind.INTEGER ? Set.of("number") : Set.of();
            all.put(kind.typeName(), new Definition(kind.typeName(), above, Map.of(), true));
        }
        all.putAll(definitions);
        this.definitions = Collections.unmodifiableMap(all);
        for (String name : all.keySet()) {
            above.put(name, closure(name));
        }
    }

    /** All types by their names. */
    public Map<String, Definition> definitions() {
        return definitions;
    }

    /** Whether there is a type. */
    public boolean has(Type type) {
        Type element = type.element();
        return element == null ? definitions.containsKey(type.name()) : has(element);
    }

    /**
     * Whether a value of one type can stand where another is wanted: it is the same or a subtype,
     * and in the wanted unit, if there is one.
     */
    public boolean fits(Type offered, Type wanted) {
        if (wanted.name().equals("any")) {
            return true;
        }
        Type element = wanted.element();
        if (element != null) {
            Type offeredElement = offered.element();
            return offeredElement != null && fits(offeredElement, element);
        }
        String unit = wanted.unit();
        boolean inUnit = unit == null || unit.equals(offered.unit());
        return inUnit && above(offered.name()).contains(wanted.name());
    }

    /** The name of a type and of all that it is a kind of. */
    public Set<String> above(String name) {
        return above.getOrDefault(name, Set.of(name));
    }

    private Set<String> closure(String name) {
        Set<String> met = new LinkedHashSet<>();
        ArrayDeque<String> agenda = new ArrayDeque<>(List.of(name));
        while (!agenda.isEmpty()) {
            String next = agenda.pop();
            Definition d = definitions.get(next);
            if (met.add(next) && d != null) {
                agenda.addAll(d.supertypes());
            }
        }
        return met;
    }

    /** Whether a type says nothing but what a value looks like. */
    public boolean isPlain(Type type) {
        Type element = type.element();
        if (element != null) {
            return isPlain(element);
        }
        Definition d = definitions.get(type.name());
        return d == null || d.isPlain() && type.unit() == null;
    }

    /** What values of a type are in JSON. */
    public Kind kind(Type type) {
        if (type.element() != null) {
            return Kind.LIST;
        }
        Set<String> above = above(type.name());
        if (above.contains("integer")) {
            return Kind.INTEGER;
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.ANY && above.contains(kind.typeName())) {
                return kind;
            }
        }
        return fields(type).isEmpty() ? Kind.ANY : Kind.OBJECT;
    }

    /** The fields of a type, those of its supertypes included. */
    public Map<String, Field> fields(Type type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        if (type.element() == null) {
            for (String name : above(type.name())) {
                Definition d = definitions.get(name);
                if (d != null) {
                    d.fields().forEach(fields::putIfAbsent);
                }
            }
            Definition own = definitions.get(type.name());
            if (own != null) {
                fields.putAll(own.fields());
            }
        }
        return fields;
    }

    /** All that can be taken out of a value: the whole, its fields, theirs, and first elements. */
    public List<Slot> slots(Type type, String name) {
        List<Slot> slots = new ArrayList<>();
        ArrayDeque<Slot> agenda = new ArrayDeque<>(List.of(new Slot("", type, name, "")));
        while (!agenda.isEmpty()) {
            Slot slot = agenda.poll();
            slots.add(slot);
            if (depth(slot.path()) < MAX_PATH) {
                Type element = slot.type().element();
                if (element != null) {
                    String path = slot.path() + "[0]";
                    agenda.add(new Slot(path, element, slot.name(), slot.within()));
                }
                String within =
                        isPlain(slot.type()) || slot.type().element() != null
                                ? slot.name()
                                : slot.type().name();
                fields(slot.type())
                        .forEach((field, f) ->
                                agenda.add(
                                        new Slot(
                                                slot.path() + "." + field,
                                                f.type(),
                                                field,
                                                within)));
            }
        }
        return slots;
    }

    private static int depth(String path) {
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            depth += path.charAt(i) == '.' || path.charAt(i) == '[' ? 1 : 0;
        }
        return depth;
    }

    /** The type of what lies at a path within a value; null if the type has no such field. */
    public @Nullable Type at(Type type, String path) {
        for (Slot slot : slots(type, "")) {
            if (slot.path().equals(path)) {
                return slot.type();
            }
        }
        return null;
    }

    /** Why a value is not of a type; null if it is. What is not declared is not checked. */
    public @Nullable String fault(@Nullable Object value, Type type) {
        Kind wanted = kind(type);
        Kind found = Kind.of(value);
        if (value == null) {
            return type.name().equals("any") ? null : "it is null and not a " + type;
        } else if (!found.fits(wanted)) {
            return "it is a " + found.typeName() + " and not a " + type;
        }
        if (value instanceof Map<?, ?> map) {
            for (var field : fields(type).entrySet()) {
                if (field.getValue().isRequired() && !map.containsKey(field.getKey())) {
                    return "it has no field `" + field.getKey() + "`, which a " + type + " has";
                }
            }
        }
        if (value instanceof List<?> list && type.element() != null) {
            for (int i = 0; i < list.size(); i++) {
                String fault = fault(list.get(i), Objects.requireNonNull(type.element()));
                if (fault != null) {
                    return "element " + i + ": " + fault;
                }
            }
        }
        return null;
    }
}
