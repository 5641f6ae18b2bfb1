package dev.clew.plans.flip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Stands for a model that plans forward and errs: at each state it takes a transition nearer to the
 * goal, but each further one that offers itself may distract it.
 *
 * @param error how likely each further transition leads it astray
 */
public record NoisyPlanner(double error) {
    /** A path from the start, which may not arrive. */
    public <S> List<S> path(
            Transitions<S> problem, Map<S, Integer> distances, int length, RandomGenerator random) {
        List<S> path = new ArrayList<>();
        S state = problem.start();
        path.add(state);
        for (int i = 0; i <= length && !state.equals(problem.goal()); i++) {
            List<S> next = problem.next().apply(state);
            if (next.isEmpty()) {
                break;
            }
            int wanted = distances.getOrDefault(state, Integer.MAX_VALUE) - 1;
            List<S> good =
                    next.stream().filter(s -> distances.getOrDefault(s, -1) == wanted).toList();
            boolean errs =
                    good.isEmpty()
                            || random.nextDouble() < 1 - Math.pow(1 - error, next.size() - 1);
            List<S> from = errs ? next : good;
            state = from.get(random.nextInt(from.size()));
            path.add(state);
        }
        return path;
    }
}
