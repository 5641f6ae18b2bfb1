package dev.clew.studies.tools;

import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A generated catalogue and a question whose answer takes a tree of calls. Beside each tool of the
 * tree stand others whose descriptions are near: some return another type, some need what nobody
 * has, some mean something else, and some do the same under another name.
 */
final class ToolWorld {
    private static final int TYPES = 8;

    /** What is wrong with a tool that is near the right one. */
    enum Lure {
        OTHER_TYPE,
        DEAD_END,
        OTHER_MEANING,
        ALIAS
    }

    /** A tool that is near the right one. */
    record Near(Tool tool, Lure lure) {}

    /**
     * A value of the tree.
     *
     * @param name the name of the parameter that it is for: no other has it
     * @param tool what returns it; null if it is given
     * @param parts what the tool needs
     * @param near the tools that are near
     */
    record Node(String name, Type type, @Nullable Tool tool, List<Node> parts, List<Near> near) {
        /** The calls that are right, as one expression. */
        String expression() {
            return tool == null
                    ? name
                    : tool.name()
                            + "("
                            + String.join(", ", parts.stream().map(Node::expression).toList())
                            + ")";
        }
    }

    private final SplittableRandom random;
    private final int nearTools;
    private final Map<String, Node> byName = new LinkedHashMap<>();
    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final List<Node> givens = new ArrayList<>();
    private final Node root;
    private int counter;

    /**
     * Generates a world.
     *
     * @param depth how many calls lie one upon the other
     * @param nearTools how many tools are near each right one
     */
    ToolWorld(int depth, int nearTools, SplittableRandom random) {
        this.random = random;
        this.nearTools = nearTools;
        this.root = node(depth);
    }

    Node root() {
        return root;
    }

    /** The values that are given. */
    List<Node> givens() {
        return givens;
    }

    /** The value of the tree for a parameter; null if the parameter is that of a dead end. */
    @Nullable Node node(String name) {
        return byName.get(name);
    }

    /** The tool of this name. */
    @Nullable Tool tool(String name) {
        return tools.get(name);
    }

    /** All tools. */
    List<Tool> tools() {
        return List.copyOf(tools.values());
    }

    /** All values of the tree that tools return, those that others need first. */
    List<Node> calls() {
        return byName.values().stream().filter(node -> node.tool() != null).toList();
    }

    private Type type() {
        return new Type("t" + random.nextInt(TYPES));
    }

    private Node node(int depth) {
        String name = "p" + counter++;
        Type type = type();
        if (depth == 0) {
            Node given = new Node(name, type, null, List.of(), List.of());
            givens.add(given);
            byName.put(name, given);
            return given;
        }
        // One part is as deep as it may be, so that the tree is; the others are chance.
        List<Node> parts = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(node(i == 0 ? depth - 1 : random.nextInt(depth)));
        }
        List<Parameter> needs = new ArrayList<>();
        parts.forEach(part -> needs.add(new Parameter(part.name(), part.type())));
        Tool tool = added(new Tool("tool" + counter++, needs, type));
        Node node = new Node(name, type, tool, parts, near(tool));
        byName.put(name, node);
        return node;
    }

    private Tool added(Tool tool) {
        tools.put(tool.name(), tool);
        return tool;
    }

    private List<Near> near(Tool tool) {
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < nearTools; i++) {
            int lot = random.nextInt(20);
            Lure lure =
                    lot < 7
                            ? Lure.OTHER_TYPE
                            : lot < 14 ? Lure.DEAD_END : lot < 18 ? Lure.OTHER_MEANING : Lure.ALIAS;
            near.add(new Near(added(lured(tool, lure)), lure));
        }
        return near;
    }

    private Tool lured(Tool tool, Lure lure) {
        String name = tool.name() + (lure == Lure.ALIAS ? "_alias" : "_near") + counter++;
        List<Parameter> needs = new ArrayList<>(tool.parameters());
        Type returns = tool.returns();
        if (lure == Lure.DEAD_END) {
            needs.add(new Parameter("x" + counter++, new Type("nowhere")));
        }
        while (lure == Lure.OTHER_TYPE && returns.equals(tool.returns())) {
            returns = type();
        }
        return new Tool(name, needs, returns);
    }

    /** An expression with each alias replaced by the tool that it is an alias of. */
    static String meaning(String expression) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int i = expression.indexOf("_alias"); i >= 0; i = expression.indexOf("_alias", at)) {
            out.append(expression, at, i);
            at = expression.indexOf('(', i);
        }
        return out.append(expression.substring(at)).toString();
    }
}
