package dev.clew.plans.tools.reading;

import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Definition;
import dev.clew.plans.tools.catalogue.Types.Field;
import dev.clew.plans.tools.documents.Part;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types that are declared so far, and where types are used that must be declared by the end.
 */
final class TypeTable {
    private static final Set<String> KINDS = kinds();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Owned> owned = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();

    private static final class Entry {
        final Set<String> supertypes = new LinkedHashSet<>();
        final Map<String, Field> fields = new LinkedHashMap<>();
        boolean isPlain;
    }

    private record Owned(String owner, Set<String> fields) {}

    private record Use(Part part, Type type) {}

    TypeTable() {
        KINDS.forEach(kind -> entries.put(kind, new Entry()));
    }

    private static Set<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            kinds.add(kind.typeName());
        }
        return kinds;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Declares a type; nothing changes if it is there. */
    void declare(String name, boolean isPlain) {
        if (!entries.containsKey(name)) {
            Entry entry = new Entry();
            entry.isPlain = isPlain;
            entries.put(name, entry);
        }
    }

    /** Says that one type is a kind of another. */
    void isKindOf(String name, String supertype) {
        declare(name, false);
        if (!name.equals(supertype) && !KINDS.contains(name)) {
            entries.computeIfAbsent(name, n -> new Entry()).supertypes.add(supertype);
        }
    }

    /** Says that values of a type have a field. */
    void hasField(String name, String field, Type type, boolean isRequired) {
        declare(name, false);
        entries.computeIfAbsent(name, n -> new Entry())
                .fields
                .put(field, new Field(type, isRequired));
    }

    /**
     * The name for a type of a document: the one that it has there, unless another document has a
     * type of that name with other fields.
     */
    String claim(String name, String owner, Collection<String> fields) {
        Owned before = owned.get(name);
        if (before == null || before.owner().equals(owner)) {
            owned.put(name, new Owned(owner, Set.copyOf(fields)));
            return name;
        }
        return before.fields().equals(Set.copyOf(fields)) ? name : owner + "/" + name;
    }

    /** A type that must be declared by the end. */
    Type use(Part part, String text) {
        Type type;
        try {
            type = Type.parse(text);
        } catch (IllegalArgumentException e) {
            throw part.error(
                    String.valueOf(e.getMessage()),
                    "Maybe one such as city, distance[km] or list<hotel>.");
        }
        uses.add(new Use(part, type));
        return type;
    }

    /** All types; each that is used must be declared. */
    Types types() {
        for (Use use : uses) {
            Type type = use.type();
            for (Type t = type; t != null; t = t.element()) {
                type = t;
            }
            if (!has(type.name())) {
                throw use.part()
                        .error("There is no type (" + type.name() + ").", hint(type.name()));
            }
        }
        Map<String, Definition> definitions = new LinkedHashMap<>();
        entries.forEach((name, e) -> {
            if (!KINDS.contains(name)) {
                definitions.put(name, new Definition(name, e.supertypes, e.fields, e.isPlain));
            }
        });
        return new Types(definitions);
    }

    private @Nullable String hint(String name) {
        String near = Nearest.hint(name, entries.keySet());
        return near == null ? "Maybe declare it under `types`: `" + name + ": string`." : near;
    }
}
