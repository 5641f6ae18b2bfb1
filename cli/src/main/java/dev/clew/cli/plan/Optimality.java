package dev.clew.cli.plan;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.UsageError;
import dev.clew.plans.pddl.OptimalPlanner;
import dev.clew.plans.pddl.OptimalPlanner.Direction;
import dev.clew.plans.pddl.OptimalPlanner.Estimate;
import dev.clew.plans.pddl.model.PlanningTask;

import org.jspecify.annotations.Nullable;

/** What the options of {@code clew plan} ask of a plan that shall be cheapest. */
record Optimality(Estimate estimate, @Nullable Direction direction) {
    /** What is asked; null if any plan will do. */
    static @Nullable Optimality of(CommandLine line) {
        Direction direction = direction(line);
        String name = line.value("--estimate");
        boolean isFromGoal = direction == Direction.BACKWARD || direction == Direction.BOTH;
        if (name != null && isFromGoal) {
            throw new UsageError(
                    "The option --estimate is for a search from the initial state.",
                    "Maybe leave it out, or search with --forward.");
        } else if (name != null && !line.has("--optimal")) {
            throw new UsageError(
                    "The option --estimate is for cheapest plans.", "Maybe add --optimal.");
        } else if (!line.has("--optimal") && !isFromGoal) {
            return null;
        }
        return new Optimality(estimate(name), direction);
    }

    private static @Nullable Direction direction(CommandLine line) {
        int asked = 0;
        Direction direction = null;
        for (Direction d : Direction.values()) {
            if (line.has(option(d))) {
                asked++;
                direction = d;
            }
        }
        if (asked > 1) {
            throw new UsageError(
                    "Only one of --forward, --backward and --both can be given.",
                    "Maybe --both: it searches from both ends.");
        }
        return direction;
    }

    private static String option(Direction direction) {
        return switch (direction) {
            case FORWARD -> "--forward";
            case BACKWARD -> "--backward";
            case BOTH -> "--both";
        };
    }

    private static Estimate estimate(@Nullable String name) {
        return switch (name) {
            case null -> Estimate.LANDMARK_CUT;
            case "lm-cut" -> Estimate.LANDMARK_CUT;
            case "hmax" -> Estimate.MAX;
            case "blind" -> Estimate.BLIND;
            default ->
                    throw new UsageError(
                            "The estimate (" + name + ") is unknown.",
                            "Maybe one of lm-cut, hmax, blind.");
        };
    }

    /** A planner that does what is asked. */
    OptimalPlanner planner(PlanningTask task) {
        OptimalPlanner planner = new OptimalPlanner(task).by(estimate);
        return direction == null ? planner : planner.from(direction);
    }
}
