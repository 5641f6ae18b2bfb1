package dev.clew.goals.proofs;

import dev.clew.goals.Step;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why a goal holds. The lines stand in an order in which they can be checked: each rests on lines
 * before it, and the last one is what is proved. A goal that is needed several times has one line.
 *
 * @param lines the lines, at least one
 */
public record Proof<G>(List<Line<G>> lines) {
    public Proof {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A proof must have at least one line.");
        }
        for (int i = 0; i < lines.size(); i++) {
            for (int premise : lines.get(i).premises()) {
                if (premise < 0 || premise >= i) {
                    throw new IllegalArgumentException(
                            "Line "
                                    + i
                                    + " of a proof rests on line "
                                    + premise
                                    + ", which is not before it.");
                }
            }
        }
    }

    /**
     * A goal and why it holds.
     *
     * @param goal the goal
     * @param step the step that achieves it, or null if it needs none
     * @param premises the lines of the premises of the step, in their order
     */
    public record Line<G>(G goal, @Nullable Step<G> step, List<Integer> premises) {
        public Line {
            premises = List.copyOf(premises);
        }
    }

    /** What is proved. */
    public G goal() {
        return lines.getLast().goal();
    }

    /** The sum of the costs of all steps, a goal that is needed twice counted twice. */
    public double cost() {
        double[] costs = new double[lines.size()];
        for (int i = 0; i < costs.length; i++) {
            Line<G> line = lines.get(i);
            Step<G> step = line.step();
            costs[i] = step == null ? 0 : step.cost();
            for (int premise : line.premises()) {
                costs[i] += costs[premise];
            }
        }
        return costs[costs.length - 1];
    }

    /** The steps, each once, in an order in which they can be taken. */
    public List<Step<G>> steps() {
        return lines.stream()
                .<Step<G>>mapMulti((line, sink) -> {
                    if (line.step() != null) {
                        sink.accept(line.step());
                    }
                })
                .toList();
    }
}
