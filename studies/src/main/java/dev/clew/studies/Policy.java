package dev.clew.studies;

import dev.clew.goals.Expander;
import dev.clew.goals.Step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Proposes steps as an imperfect solver would: it prefers a step that keeps the goal in reach, but
 * for a share of the goals it does not know which step that is. What it says of a goal is always
 * the same.
 *
 * @param by the steps
 * @param good says of a goal which of its steps keep it in reach
 * @param key tells goals apart
 * @param noise the share of the goals at which it does not know
 * @param bonus by how much it prefers what it believes to be good, as a cost
 * @param seed the seed of what it does not know
 */
record Policy<G>(
        Expander<G> by,
        Function<G, Predicate<Step<G>>> good,
        Function<G, String> key,
        double noise,
        double bonus,
        long seed)
        implements Expander<G> {
    @Override
    public List<Step<G>> expand(G goal) {
        SplittableRandom random = new SplittableRandom(seed * 31 + key.apply(goal).hashCode());
        boolean knows = random.nextDouble() >= noise;
        Predicate<Step<G>> isGood = good.apply(goal);
        List<Step<G>> steps = new ArrayList<>();
        for (Step<G> step : by.expand(goal)) {
            double cost = random.nextDouble();
            cost += knows && isGood.test(step) ? 0 : bonus;
            steps.add(new Step<>(step.name(), step.premises(), cost, step.evidence()));
        }
        steps.sort(Comparator.comparingDouble(Step::cost));
        return steps;
    }
}
