package dev.clew.studies.tools;

import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.studies.tools.ToolWorld.Near;
import dev.clew.studies.tools.ToolWorld.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stands in for a language model that chooses tools and arguments. It compares what is right with
 * each tool that is near, and takes the near one with a probability that makes the choice among the
 * near tools of one right tool wrong at the rate {@code selectionError}. Whoever asks it to choose
 * among more makes it err more: that is the only difference between forward and backward.
 */
final class Chooser {
    private final double pairError;
    private final double argumentError;
    private final SplittableRandom random;

    /**
     * A chooser.
     *
     * @param selectionError how often a choice among one right tool and those near it is wrong
     * @param argumentError how often a wrong value is taken for an argument
     * @param nearTools how many tools are near each right one
     */
    Chooser(double selectionError, double argumentError, int nearTools, SplittableRandom random) {
        this.pairError = nearTools == 0 ? 0 : 1 - Math.pow(1 - selectionError, 1.0 / nearTools);
        this.argumentError = argumentError;
        this.random = random;
    }

    /** Whether it takes what is right, with so many that are near. */
    boolean isRight(int near) {
        return random.nextDouble() < Math.pow(1 - pairError, near);
    }

    /** Whether it takes a wrong value for an argument. */
    boolean mistakesArgument() {
        return random.nextDouble() < argumentError;
    }

    /** One of these at random. */
    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A tool or a given value. */
    record Choice(@Nullable Tool tool, @Nullable Node given) {}

    /**
     * What it would take for a parameter, and what next each time it is told that this is wrong.
     *
     * @param node what is right; null if nothing is
     */
    List<Choice> ranking(@Nullable Node node, ToolWorld world) {
        List<Choice> ranking = new ArrayList<>();
        List<Node> wrong = new ArrayList<>(world.givens());
        wrong.remove(node);
        List<Near> near = node == null ? new ArrayList<>() : new ArrayList<>(node.near());
        Node right = node;
        // What is wanted itself is the argument of nothing.
        boolean isArgument = node != world.root();
        while (right != null || !near.isEmpty() || !wrong.isEmpty()) {
            boolean mistakes = isArgument && mistakesArgument() || right == null && near.isEmpty();
            if (mistakes && !wrong.isEmpty()) {
                ranking.add(new Choice(null, taken(wrong)));
            } else if (right != null && isRight(near.size())) {
                ranking.add(
                        right.tool() == null
                                ? new Choice(null, right)
                                : new Choice(right.tool(), null));
                right = null;
            } else if (!near.isEmpty()) {
                ranking.add(new Choice(taken(near).tool(), null));
            }
        }
        return ranking;
    }

    private <T> T taken(List<T> list) {
        return list.remove(random.nextInt(list.size()));
    }
}
