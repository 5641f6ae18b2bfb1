package dev.clew.plans.tools.reading;

import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.documents.Part;
import dev.clew.plans.tools.operations.HttpRequestOperation;
import dev.clew.plans.tools.operations.HttpRequestOperation.Place;
import dev.clew.plans.tools.operations.Surroundings;
import dev.clew.plans.tools.operations.Template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads OpenAPI 3 documents: each operation is a tool. */
final class OpenApi {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Part root;
    private final Schemas schemas;
    private final Surroundings surroundings;
    private final List<Tool> tools = new ArrayList<>();

    OpenApi(Part root, TypeTable table, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
        Part info = root.get("info");
        String title = info == null ? "" : info.text("title", "");
        this.schemas = new Schemas(table, title.isEmpty() ? root.source().name() : title, root);
    }

    List<Tool> tools() {
        Part version = root.need("openapi");
        if (!version.isText() || !version.text().startsWith("3.")) {
            throw version.error(
                    "Only OpenAPI 3 is understood.",
                    "Maybe convert the document to version 3 first.");
        }
        root.need("paths").entries().forEach(this::path);
        return tools;
    }

    private void path(String path, Part given) {
        Part item = schemas.resolved(given);
        item.entries()
                .forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        tools.add(tool(path, item, method, operation));
                    }
                });
    }

    private Tool tool(String path, Part item, String method, Part operation) {
        String name = operation.text("operationId", method.toUpperCase(Locale.ROOT) + " " + path);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Part holder : List.of(item, operation)) {
            Part list = holder.get("parameters");
            for (Part p : list == null ? List.<Part>of() : list.items()) {
                parameter(schemas.resolved(p), parameters, places);
            }
        }
        checkPlaces(path, operation, places);
        body(name, operation, parameters, places);
        Part answer = answer(operation);
        Type returns = answer == null ? Type.ANY : schemas.type(answer, name + " result");
        boolean wantsText = answer == null || returns.name().equals(Kind.STRING.typeName());
        Effects effects = Declarations.effects(operation, "x-clew-effects", effects(method));
        return new Tool(
                name,
                operation.text("summary", operation.text("description", "")).strip(),
                List.copyOf(parameters.values()),
                returns,
                operation.text("x-clew-result", name),
                Declarations.cost(operation, "x-clew-cost", effects),
                effects,
                new HttpRequestOperation(
                        method.toUpperCase(Locale.ROOT),
                        server(item, operation) + path,
                        places,
                        Map.of(),
                        wantsText,
                        surroundings),
                operation.place());
    }

    private static Effects effects(String method) {
        return switch (method) {
            case "get", "head", "options", "trace" -> Effects.NONE;
            case "put", "delete" -> Effects.REPEATABLE;
            default -> Effects.ONCE;
        };
    }

    private void parameter(
            Part part, Map<String, Parameter> parameters, Map<String, Place> places) {
        String name = part.need("name").text();
        Part in = part.need("in");
        Place place =
                switch (in.text()) {
                    case "path" -> Place.PATH;
                    case "query" -> Place.QUERY;
                    case "header" -> Place.HEADER;
                    case "cookie" -> Place.COOKIE;
                    default ->
                            throw in.error(
                                    "A parameter cannot be in (" + in.text() + ").",
                                    "Maybe path, query, header or cookie.");
                };
        Part schema = part.get("schema");
        if (schema == null) {
            Part content = part.get("content");
            schema = content == null ? null : schema(content);
        }
        Type type = schema == null ? Type.ANY : schemas.type(schema, name);
        boolean isRequired = place == Place.PATH || part.truth("required", false);
        parameters.put(
                name,
                new Parameter(name, type, isRequired, false, null, part.text("description", "")));
        places.put(name, place);
    }

    private static void checkPlaces(String path, Part operation, Map<String, Place> places) {
        for (String name : Template.names(path)) {
            if (places.get(name) != Place.PATH) {
                throw operation.error(
                        "The path ("
                                + path
                                + ") has a place `{"
                                + name
                                + "}`, but no parameter of the path is called so.",
                        "Maybe declare it under `parameters` with `in: path`.");
            }
        }
    }

    /** The body is one parameter, which may be put together from its fields. */
    private void body(
            String tool,
            Part operation,
            Map<String, Parameter> parameters,
            Map<String, Place> places) {
        Part given = operation.get("requestBody");
        if (given == null) {
            return;
        }
        Part body = schemas.resolved(given);
        Part schema = schema(body.need("content"));
        if (schema == null) {
            throw body.error(
                    "The body of `" + tool + "` is not JSON.",
                    "Maybe add `application/json` under `content`.");
        }
        String name = parameters.containsKey("body") ? "request body" : "body";
        Type type = schemas.type(schema, tool + " body");
        boolean isRequired = body.truth("required", false);
        parameters.put(
                name,
                new Parameter(name, type, isRequired, true, null, body.text("description", "")));
        places.put(name, Place.BODY);
    }

    /** The schema of the first kind of JSON; null if there is none. */
    private static @Nullable Part schema(Part content) {
        for (var e : content.entries().entrySet()) {
            String kind = e.getKey().toLowerCase(Locale.ROOT);
            if (kind.contains("json") || kind.equals("*/*")) {
                return e.getValue().get("schema");
            }
        }
        return null;
    }

    /** The schema of what is answered when all is well; null if it is not JSON. */
    private @Nullable Part answer(Part operation) {
        Part responses = operation.get("responses");
        if (responses == null) {
            return null;
        }
        for (String prefix : List.of("200", "201", "2", "default")) {
            for (var e : responses.entries().entrySet()) {
                if (e.getKey().startsWith(prefix)) {
                    Part content = schemas.resolved(e.getValue()).get("content");
                    return content == null ? null : schema(content);
                }
            }
        }
        return null;
    }

    private String server(Part item, Part operation) {
        String server = surroundings.server();
        if (server == null) {
            server = "";
            for (Part holder : List.of(root, item, operation)) {
                Part servers = holder.get("servers");
                if (servers != null && !servers.items().isEmpty()) {
                    server = address(servers.items().getFirst());
                }
            }
        }
        return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    }

    /** An address, its variables being what they are by default. */
    private static String address(Part server) {
        String url = server.need("url").text();
        Part variables = server.get("variables");
        if (variables != null) {
            for (var e : variables.entries().entrySet()) {
                String value = e.getValue().need("default").text();
                url = url.replace("{" + e.getKey() + "}", value);
            }
        }
        return url;
    }
}
