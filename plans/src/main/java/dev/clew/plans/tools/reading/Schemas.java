package dev.clew.plans.tools.reading;

import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.documents.Part;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types from JSON Schema, as OpenAPI and MCP use it. Schemas with names are types that mean
 * something; others only say what a value looks like, unless {@code x-clew-type} or {@code
 * x-clew-unit} says more.
 */
final class Schemas {
    private static final String TYPE = "x-clew-type";
    private static final String UNIT = "x-clew-unit";

    private final TypeTable table;
    private final String owner;
    private final References references;
    private final Map<String, Type> named = new HashMap<>();

    Schemas(TypeTable table, String owner, Part root) {
        this.table = table;
        this.owner = owner;
        this.references = new References(root);
    }

    /** The part that a reference stands for, or the part itself. */
    Part resolved(Part part) {
        return references.resolved(part);
    }

    /**
     * The type of a schema.
     *
     * @param name what to call a schema of an object that has no name
     */
    Type type(Part schema, String name) {
        if (!schema.isMapping()) {
            // `true` and `false` are schemas too.
            return Type.ANY;
        }
        Part reference = schema.get("$ref");
        if (reference != null) {
            return referred(schema, reference.text());
        }
        Type type = declared(schema, name);
        Part unit = schema.get(UNIT);
        return unit == null ? type : type.in(unit.text());
    }

    private Type declared(Part schema, String name) {
        Part meaning = schema.get(TYPE);
        if (meaning != null) {
            Type type = table.use(meaning, meaning.text());
            table.isKindOf(type.name(), kind(schema).typeName());
            if (kind(schema) == Kind.OBJECT) {
                fields(schema, type.name());
            }
            return type;
        }
        return plain(schema, name);
    }

    private Type referred(Part schema, String reference) {
        Type known = named.get(reference);
        if (known != null) {
            return known;
        }
        Part target = references.resolved(schema);
        String last = References.unescaped(reference.substring(reference.lastIndexOf('/') + 1));
        Set<String> fields = new HashSet<>();
        Part properties = target.isMapping() ? target.get("properties") : null;
        if (properties != null) {
            fields.addAll(properties.entries().keySet());
        }
        Part meaning = target.isMapping() ? target.get(TYPE) : null;
        if (meaning != null) {
            return type(target, last);
        }
        String name = table.claim(last, owner, fields);
        named.put(reference, new Type(name));
        Type type = type(target, name);
        if (type.element() != null) {
            named.put(reference, type);
            return type;
        }
        if (!type.name().equals(name)) {
            table.isKindOf(name, type.name());
        }
        return new Type(name).in(type.unit());
    }

    private Type plain(Part schema, String name) {
        if (schema.get("allOf") != null) {
            return all(schema, name);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.get(choice) != null) {
                return oneOf(schema.need(choice), name);
            }
        }
        Kind kind = kind(schema);
        switch (kind) {
            case LIST:
                Part items = schema.get("items");
                return Type.listOf(items == null ? Type.ANY : type(items, name + " item"));
            case OBJECT:
                if (schema.get("properties") == null) {
                    return new Type(Kind.OBJECT.typeName());
                }
                table.isKindOf(name, Kind.OBJECT.typeName());
                fields(schema, name);
                return new Type(name);
            default:
                Part format = schema.get("format");
                if (format == null || kind != Kind.STRING || !isFree(format.text())) {
                    return new Type(kind.typeName());
                }
                table.declare(format.text(), true);
                table.isKindOf(format.text(), Kind.STRING.typeName());
                return new Type(format.text());
        }
    }

    /** Whether a format can be the name of a type. */
    private static boolean isFree(String format) {
        for (Kind kind : Kind.values()) {
            if (kind.typeName().equals(format)) {
                return false;
            }
        }
        return !format.isEmpty();
    }

    private void fields(Part schema, String name) {
        Part properties = schema.get("properties");
        if (properties == null) {
            return;
        }
        Set<String> required = required(schema);
        properties
                .entries()
                .forEach((field, s) -> {
                    Type type = type(s, name + "." + field);
                    table.hasField(name, field, type, required.contains(field));
                });
    }

    static Set<String> required(Part schema) {
        Set<String> required = new HashSet<>();
        Part list = schema.get("required");
        if (list != null && list.isSequence()) {
            list.items().forEach(item -> required.add(item.text()));
        }
        return required;
    }

    private Type all(Part schema, String name) {
        table.isKindOf(name, Kind.OBJECT.typeName());
        for (Part part : schema.need("allOf").items()) {
            if (part.get("$ref") != null) {
                table.isKindOf(name, type(part, name).name());
            } else {
                fields(part, name);
            }
        }
        fields(schema, name);
        return new Type(name);
    }

    /** A choice of one is that one; each of several is a kind of what they are together. */
    private Type oneOf(Part choice, String name) {
        List<Part> parts = new ArrayList<>();
        for (Part part : choice.items()) {
            Part type = part.get("type");
            if (type == null || !type.isText() || !type.text().equals("null")) {
                parts.add(part);
            }
        }
        if (parts.size() == 1) {
            return type(parts.getFirst(), name);
        }
        for (Part part : parts) {
            if (part.get("$ref") == null) {
                return Type.ANY;
            }
        }
        table.declare(name, false);
        for (Part part : parts) {
            table.isKindOf(type(part, name).name(), name);
        }
        return new Type(name);
    }

    /** What values of a schema look like. */
    private static Kind kind(Part schema) {
        Part type = schema.get("type");
        String word = type == null ? null : word(type);
        if (word == null) {
            return schema.get("properties") != null
                    ? Kind.OBJECT
                    : schema.get("items") != null
                            ? Kind.LIST
                            : schema.get("enum") != null ? Kind.STRING : Kind.ANY;
        }
        return switch (word) {
            case "string" -> Kind.STRING;
            case "number" -> Kind.NUMBER;
            case "integer" -> Kind.INTEGER;
            case "boolean" -> Kind.BOOLEAN;
            case "object" -> Kind.OBJECT;
            case "array" -> Kind.LIST;
            case "null" -> Kind.ANY;
            default -> {
                String near =
                        Nearest.hint(
                                word,
                                List.of(
                                        "string", "number", "integer", "boolean", "object", "array",
                                        "null"));
                throw (type == null ? schema : type)
                        .error(
                                "There is no type (" + word + ") in JSON Schema.",
                                near == null
                                        ? "Maybe string, number, integer, boolean, object or"
                                                + " array."
                                        : near);
            }
        };
    }

    /** The type, or the first of several that is not null. */
    private static @Nullable String word(Part type) {
        if (!type.isSequence()) {
            return type.text();
        }
        for (Part item : type.items()) {
            if (!item.text().equals("null")) {
                return item.text();
            }
        }
        return null;
    }
}
