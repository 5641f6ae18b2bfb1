package dev.clew.studies.tools;

import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.studies.tools.ToolWorld.Near;
import dev.clew.studies.tools.ToolWorld.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The baseline: look at the values that are there, choose the next call, make it, and so on. Until
 * the tool that returns what is wanted, or one that looks like it, has been called, or the chooser
 * has been asked as often as it may be. What was called in vain costs a call and no more.
 */
final class Forward {
    private static final int ASKED_PER_CALL = 2;

    private final ToolWorld world;
    private final Chooser chooser;
    private final int maxCalls;
    private final List<Value> values = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    private record Value(Type type, String expression) {}

    Forward(ToolWorld world, Chooser chooser, int maxCalls) {
        this.world = world;
        this.chooser = chooser;
        this.maxCalls = maxCalls;
        world.givens().forEach(given -> values.add(new Value(given.type(), given.name())));
    }

    Answer answer() {
        int calls = 0;
        while (calls + ASKED_PER_CALL <= maxCalls) {
            calls += ASKED_PER_CALL;
            List<Node> right = right();
            List<Tool> near = near();
            boolean isRight = chooser.isRight(near.size());
            if (right.isEmpty()) {
                break;
            }
            Tool tool = isRight ? chooser.any(right).tool() : chooser.any(near);
            if (tool == null) {
                break;
            }
            called.add(tool.name());
            Value value = made(tool);
            if (value != null) {
                values.add(value);
                if (isLast(tool)) {
                    return new Answer(value.expression(), calls);
                }
            }
        }
        return new Answer(null, calls);
    }

    private boolean isLast(Tool tool) {
        Node root = world.root();
        return tool.equals(root.tool())
                || root.near().stream().anyMatch(near -> near.tool().equals(tool));
    }

    private @Nullable Value value(Node node) {
        for (Value value : values) {
            if (ToolWorld.meaning(value.expression()).equals(node.expression())) {
                return value;
            }
        }
        return null;
    }

    /** The calls that are missing, and for which all is there. */
    private List<Node> right() {
        List<Node> right = new ArrayList<>();
        for (Node node : world.calls()) {
            if (value(node) == null && node.parts().stream().allMatch(p -> value(p) != null)) {
                right.add(node);
            }
        }
        return right;
    }

    /** The tools that look like a right one and can be called with what is there. */
    private List<Tool> near() {
        List<Tool> near = new ArrayList<>();
        for (Node node : world.calls()) {
            for (Near n : node.near()) {
                if (!called.contains(n.tool().name()) && canBeCalled(n.tool())) {
                    near.add(n.tool());
                }
            }
        }
        return near;
    }

    private boolean canBeCalled(Tool tool) {
        for (Parameter p : tool.parameters()) {
            if (values.stream().noneMatch(value -> value.type().equals(p.type()))) {
                return false;
            }
        }
        return true;
    }

    /** What a call returns; null if an argument is of the wrong type. */
    private @Nullable Value made(Tool tool) {
        List<String> arguments = new ArrayList<>();
        for (Parameter p : tool.parameters()) {
            Node node = world.node(p.name());
            Value right = node == null ? null : value(node);
            List<Value> wrong = new ArrayList<>(values);
            wrong.remove(right);
            boolean mistakes = right == null || chooser.mistakesArgument();
            Value value = mistakes && !wrong.isEmpty() ? chooser.any(wrong) : right;
            if (value == null) {
                return null;
            }
            if (!value.type().equals(p.type())) {
                return null;
            }
            arguments.add(value.expression());
        }
        return new Value(tool.returns(), tool.name() + "(" + String.join(", ", arguments) + ")");
    }
}
