package dev.clew.plans.tools.reading;

import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.documents.Part;
import dev.clew.plans.tools.operations.Command;
import dev.clew.plans.tools.operations.Conversion;
import dev.clew.plans.tools.operations.HttpRequestOperation;
import dev.clew.plans.tools.operations.HttpRequestOperation.Place;
import dev.clew.plans.tools.operations.Surroundings;
import dev.clew.plans.tools.operations.Template;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads catalogues that are written for it: types, conversions of units, tools. */
final class OwnFormat {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private final Part root;
    private final TypeTable table;
    private final Surroundings surroundings;
    private final Path folder;

    OwnFormat(Part root, TypeTable table, Surroundings surroundings, Path folder) {
        this.root = root;
        this.table = table;
        this.surroundings = surroundings;
        this.folder = folder;
    }

    List<Tool> tools() {
        root.allow(List.of("types", "conversions", "tools"));
        Part types = root.get("types");
        if (types != null) {
            types.entries().forEach(this::type);
        }
        List<Tool> tools = new ArrayList<>();
        Part conversions = root.get("conversions");
        if (conversions != null) {
            conversions.items().forEach(c -> tools.add(conversion(c)));
        }
        Part declared = root.get("tools");
        if (declared != null) {
            declared.entries().forEach((name, tool) -> tools.add(tool(name, tool)));
        }
        return tools;
    }

    // ---- Types ----

    private void type(String name, Part part) {
        table.declare(name, false);
        if (!part.isMapping()) {
            supertype(name, part);
            return;
        }
        part.allow(List.of("is", "fields"));
        Part above = part.get("is");
        if (above != null && above.isSequence()) {
            above.items().forEach(a -> supertype(name, a));
        } else if (above != null) {
            supertype(name, above);
        }
        Part fields = part.get("fields");
        if (fields != null) {
            table.isKindOf(name, Kind.OBJECT.typeName());
            fields.entries().forEach((field, type) -> field(name, field, type));
        }
    }

    private void supertype(String name, Part part) {
        Type above = table.use(part, part.text());
        if (above.name().equals(name)) {
            throw part.error(
                    "The type (" + name + ") cannot be a kind of itself.",
                    "Maybe string, number or object.");
        }
        table.isKindOf(name, above.name());
    }

    private void field(String name, String field, Part type) {
        boolean isOptional = field.endsWith("?");
        table.hasField(name, bare(field), typeOf(type, name + "." + bare(field)), !isOptional);
    }

    private static String bare(String name) {
        return name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
    }

    /** A type by its name, or an object by its fields. */
    private Type typeOf(Part part, String name) {
        if (!part.isMapping()) {
            return table.use(part, part.text());
        }
        table.isKindOf(name, Kind.OBJECT.typeName());
        part.entries().forEach((field, type) -> field(name, field, type));
        return new Type(name);
    }

    // ---- Tools ----

    private Tool conversion(Part part) {
        part.allow(List.of("from", "to", "factor", "offset", "cost"));
        Type from = table.use(part.need("from"), part.need("from").text());
        Type to = table.use(part.need("to"), part.need("to").text());
        Part factor = part.get("factor");
        Part offset = part.get("offset");
        return new Tool(
                from + " to " + to,
                "Converts " + from + " to " + to,
                List.of(new Parameter(from.name(), from)),
                to,
                to.name(),
                part.get("cost") == null ? 0 : Declarations.cost(part, "cost", Effects.NONE),
                Effects.NONE,
                new Conversion(
                        from.name(),
                        factor == null ? BigDecimal.ONE : factor.number(),
                        offset == null ? BigDecimal.ZERO : offset.number()),
                part.place());
    }

    private Tool tool(String name, Part tool) {
        tool.allow(
                List.of(
                        "description",
                        "needs",
                        "returns",
                        "result",
                        "cost",
                        "effects",
                        "http",
                        "command"));
        List<Parameter> parameters = new ArrayList<>();
        Part needs = tool.get("needs");
        if (needs != null) {
            needs.entries().forEach((p, type) -> parameters.add(parameter(name, p, type)));
        }
        Type returns = typeOf(tool.need("returns"), name + " result");
        Part http = tool.get("http");
        Part command = tool.get("command");
        if (http != null && command != null) {
            throw command.error("A tool has either `http` or `command`.", "Maybe leave one out.");
        }
        Effects effects = Declarations.effects(tool, "effects", effects(http, command));
        boolean wantsText = returns.name().equals(Kind.STRING.typeName()) || !hasFields(tool);
        return new Tool(
                name,
                tool.text("description", "").strip(),
                parameters,
                returns,
                tool.text("result", name),
                Declarations.cost(tool, "cost", effects),
                effects,
                http != null
                        ? http(http, parameters, wantsText)
                        : command != null ? command(command, parameters, wantsText) : null,
                tool.place());
    }

    private static boolean hasFields(Part tool) {
        return tool.need("returns").isMapping();
    }

    private Parameter parameter(String tool, String name, Part part) {
        boolean isOptional = name.endsWith("?");
        if (!part.isMapping() || part.get("type") == null) {
            Type type = typeOf(part, tool + " " + bare(name));
            return new Parameter(bare(name), type, !isOptional, part.isMapping(), null, "");
        }
        part.allow(List.of("type", "default", "description", "build"));
        Part otherwise = part.get("default");
        return new Parameter(
                bare(name),
                typeOf(part.need("type"), tool + " " + bare(name)),
                !isOptional && otherwise == null,
                part.truth("build", part.need("type").isMapping()),
                otherwise == null ? null : otherwise.value(),
                part.text("description", ""));
    }

    /** What a tool changes, as far as the way tells in which it is run. */
    private static Effects effects(@Nullable Part http, @Nullable Part command) {
        if (http != null) {
            return switch (method(http)) {
                case "GET", "HEAD", "OPTIONS" -> Effects.NONE;
                case "PUT", "DELETE" -> Effects.REPEATABLE;
                default -> Effects.ONCE;
            };
        }
        return command == null ? Effects.NONE : Effects.ONCE;
    }

    private static String method(Part http) {
        if (http.isText()) {
            return "GET";
        }
        Part part = http.get("method");
        String method = part == null ? "GET" : part.text().toUpperCase(Locale.ROOT);
        if (part != null && !METHODS.contains(method)) {
            throw part.error(
                    "There is no method (" + part.text() + ").",
                    "Maybe one of " + String.join(", ", METHODS) + ".");
        }
        return method;
    }

    private Operation http(Part http, List<Parameter> parameters, boolean wantsText) {
        String method = method(http);
        Map<String, String> headers = new LinkedHashMap<>();
        Part url = http;
        if (http.isMapping()) {
            http.allow(List.of("method", "url", "headers"));
            url = http.need("url");
            Part given = http.get("headers");
            if (given != null) {
                given.entries().forEach((name, value) -> headers.put(name, value.text()));
            }
        }
        String address = url.text();
        if (surroundings.server() != null && address.startsWith("/")) {
            address = surroundings.server() + address;
        }
        Set<String> inPath = checkedNames(url, address, parameters);
        Place rest = List.of("GET", "DELETE", "HEAD").contains(method) ? Place.QUERY : Place.FIELD;
        Map<String, Place> places = new LinkedHashMap<>();
        for (Parameter p : parameters) {
            places.put(p.name(), inPath.contains(p.name()) ? Place.PATH : rest);
        }
        return new HttpRequestOperation(method, address, places, headers, wantsText, surroundings);
    }

    private Operation command(Part command, List<Parameter> parameters, boolean wantsText) {
        List<String> words = new ArrayList<>();
        for (Part word : command.items()) {
            words.add(word.text());
            checkedNames(word, word.text(), parameters);
        }
        if (words.isEmpty()) {
            throw command.error("The command is empty.", "Maybe [cat, result.json].");
        }
        return new Command(words, folder, surroundings.timeout(), wantsText);
    }

    private static Set<String> checkedNames(
            Part part, String template, List<Parameter> parameters) {
        Set<String> names = Template.names(template);
        List<String> known = new ArrayList<>();
        parameters.forEach(p -> known.add(p.name()));
        for (String name : names) {
            if (!known.contains(name)) {
                String near = Nearest.hint(name, known);
                throw part.error(
                        "`{" + name + "}` is no parameter of this tool.",
                        near == null ? "Maybe add it under `needs`." : near);
            }
        }
        return names;
    }
}
