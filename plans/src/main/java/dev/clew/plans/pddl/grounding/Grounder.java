package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Makes a task over variables of one with schemas. */
public final class Grounder {
    private Grounder() {}

    /**
     * Grounds a task.
     *
     * @return the task, or null if even without any deletion the goal is out of reach
     * @throws dev.clew.plans.pddl.PddlError if the task means nothing
     * @throws dev.clew.plans.pddl.budget.Stopped if the watch says so
     */
    public static @Nullable Task ground(PlanningTask task, Watch watch) {
        World world = new World(task);
        Slots slots = new Slots(world);
        Form goal = new Normalizer(world).normalize(task.goal(), slots);
        RuleCompiler compiler = new RuleCompiler(world);
        List<Rule> rules = compiler.compile();
        Reachability reachability = new Reachability(world, rules, compiler.predicates(), watch);
        reachability.run();
        GroundTask ground =
                new Instantiation(world, rules, reachability, watch).run(goal, slots.domains());
        for (Rule r : rules) {
            r.firings.truncate(0);
        }
        if (ground.isImpossible) {
            return null;
        }
        Relevance relevance = new Relevance(ground, watch);
        relevance.run();
        List<int[]> groups = new MutexGroups(ground, relevance, watch).find();
        Task encoded = new Encoding(ground, relevance, watch).encode(groups);
        // The task keeps only what names its actions and facts.
        ground.actions = List.of();
        ground.axioms = List.of();
        for (int i = 1; i < encoded.goal.length; i++) {
            if (encoded.variableOf[encoded.goal[i]] == encoded.variableOf[encoded.goal[i - 1]]) {
                return null;
            }
        }
        return encoded;
    }
}
