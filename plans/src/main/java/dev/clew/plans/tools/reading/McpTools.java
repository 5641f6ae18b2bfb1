package dev.clew.plans.tools.reading;

import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.documents.Part;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what a server of the Model Context Protocol answers to {@code tools/list}: the whole
 * answer, its result, or the list alone. Such tools can be planned with; who has a connection to
 * the server gives them an operation to run them.
 */
final class McpTools {
    private final Part root;
    private final TypeTable table;

    McpTools(Part root, TypeTable table) {
        this.root = root;
        this.table = table;
    }

    /** The list of tools in a document; null if there is none. */
    static @Nullable Part list(Part root) {
        if (root.isSequence()) {
            return root;
        } else if (!root.isMapping()) {
            return null;
        }
        Part result = root.get("result");
        Part tools = (result != null && result.isMapping() ? result : root).get("tools");
        return tools != null && tools.isSequence() ? tools : null;
    }

    List<Tool> tools() {
        Part list = list(root);
        List<Tool> tools = new ArrayList<>();
        for (Part tool : list == null ? List.<Part>of() : list.items()) {
            tools.add(tool(tool));
        }
        return tools;
    }

    private Tool tool(Part tool) {
        String name = tool.need("name").text();
        Part input = tool.need("inputSchema");
        Schemas schemas = new Schemas(table, name, input);
        Part resolved = schemas.resolved(input);
        Set<String> required = Schemas.required(resolved);
        List<Parameter> parameters = new ArrayList<>();
        Part properties = resolved.get("properties");
        if (properties != null) {
            properties
                    .entries()
                    .forEach((parameter, schema) -> {
                        Type type = schemas.type(schema, name + " " + parameter);
                        String words = schema.isMapping() ? schema.text("description", "") : "";
                        parameters.add(
                                new Parameter(
                                        parameter,
                                        type,
                                        required.contains(parameter),
                                        true,
                                        null,
                                        words));
                    });
        }
        Effects effects = Declarations.effects(tool, "x-clew-effects", effects(tool));
        return new Tool(
                name,
                tool.text("description", "").strip(),
                parameters,
                returns(tool, name),
                tool.text("x-clew-result", name),
                Declarations.cost(tool, "x-clew-cost", effects),
                effects,
                null,
                tool.place());
    }

    private Type returns(Part tool, String name) {
        Part output = tool.get("outputSchema");
        return output == null
                ? new Type(Kind.STRING.typeName())
                : new Schemas(table, name, output).type(output, name + " result");
    }

    /** What a tool does not say of itself it may do: so the protocol has it. */
    private static Effects effects(Part tool) {
        Part hints = tool.get("annotations");
        if (hints == null) {
            return Effects.ONCE;
        } else if (hints.truth("readOnlyHint", false)) {
            return Effects.NONE;
        }
        return hints.truth("idempotentHint", false) ? Effects.REPEATABLE : Effects.ONCE;
    }
}
