package dev.clew.plans.flip;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A problem of going from one state to another, and how to turn it round.
 *
 * @param start where to begin
 * @param goal where to arrive
 * @param next the states that one transition leads to
 * @param previous the states from which one transition leads here: the inverse of {@code next}
 */
public record Transitions<S>(
        S start, S goal, Function<S, List<S>> next, Function<S, List<S>> previous) {
    /** The same problem from the other end. */
    public Transitions<S> flipped() {
        return new Transitions<>(goal, start, previous, next);
    }

    /** Whether a path is a shortest plan: exact, and by the transitions alone. */
    public boolean isPlan(List<S> path, int length) {
        if (path.size() != length + 1
                || !path.getFirst().equals(start)
                || !path.getLast().equals(goal)) {
            return false;
        }
        for (int i = 1; i < path.size(); i++) {
            if (!next.apply(path.get(i - 1)).contains(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many transitions each state is away from the goal, up to a limit. */
    public Map<S, Integer> distances(int limit) {
        return reached(goal, previous, limit);
    }

    private static <S> Map<S, Integer> reached(S from, Function<S, List<S>> by, int limit) {
        Map<S, Integer> distances = new HashMap<>();
        ArrayDeque<S> queue = new ArrayDeque<>();
        distances.put(from, 0);
        queue.add(from);
        while (!queue.isEmpty()) {
            S state = queue.remove();
            int distance = distances.getOrDefault(state, 0) + 1;
            for (S other : distance <= limit ? by.apply(state) : List.<S>of()) {
                if (distances.putIfAbsent(other, distance) == null) {
                    queue.add(other);
                }
            }
        }
        return distances;
    }

    /** How many states a breadth-first search forward expands until it meets the goal. */
    public long expansions() {
        Map<S, Boolean> met = new HashMap<>();
        ArrayDeque<S> queue = new ArrayDeque<>();
        met.put(start, true);
        queue.add(start);
        long count = 0;
        while (!queue.isEmpty()) {
            S state = queue.remove();
            if (state.equals(goal)) {
                return count;
            }
            count++;
            for (S other : next.apply(state)) {
                if (met.put(other, true) == null) {
                    queue.add(other);
                }
            }
        }
        return count;
    }
}
