package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tools and the types of what they need and return.
 *
 * @param tools the tools, each with a name of its own
 * @param types the types
 */
public record Catalogue(List<Tool> tools, Types types) {
    public Catalogue {
        tools = List.copyOf(tools);
        Set<String> names = new HashSet<>();
        for (Tool tool : tools) {
            if (!names.add(tool.name())) {
                throw new IllegalArgumentException(
                        "There are two tools (" + tool.name() + ").\nMaybe rename one.");
            }
        }
    }

    /** The tool of this name, or null. */
    public @Nullable Tool tool(String name) {
        for (Tool tool : tools) {
            if (tool.name().equals(name)) {
                return tool;
            }
        }
        return null;
    }

    /** The same without a tool. */
    public Catalogue without(String name) {
        return new Catalogue(
                tools.stream().filter(tool -> !tool.name().equals(name)).toList(), types);
    }
}
