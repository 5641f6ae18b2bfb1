package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Facts that may come to hold, and what conditions can be about, given these. */
final class Joins {
    private final Map<String, List<Fact>> byName = new HashMap<>();
    private final Map<Fact, Boolean> facts = new LinkedHashMap<>();

    boolean add(Fact fact) {
        if (facts.put(fact, true) != null) {
            return false;
        }
        byName.computeIfAbsent(key(fact), k -> new ArrayList<>()).add(fact);
        return true;
    }

    Set<Fact> facts() {
        return facts.keySet();
    }

    private static String key(Fact fact) {
        return fact.name() + '/' + fact.arguments().size();
    }

    private List<Fact> like(Fact pattern) {
        return byName.getOrDefault(key(pattern), List.of());
    }

    /** Calls back with each substitution that makes all of these facts possible. */
    void each(List<Fact> patterns, Consumer<Substitution> found) {
        each(new ArrayList<>(patterns), new Substitution(), found);
    }

    /** As deep as an action has conditions. */
    private void each(List<Fact> open, Substitution so, Consumer<Substitution> found) {
        if (open.isEmpty()) {
            found.accept(so);
            return;
        }
        Fact next = open.remove(choose(open, so));
        Fact pattern = so.apply(next);
        if (Substitution.isGround(pattern)) {
            if (facts.containsKey(pattern)) {
                each(open, so, found);
            }
        } else {
            // Those that are found meanwhile are met in the next round.
            List<Fact> candidates = like(pattern);
            for (int i = 0, n = candidates.size(); i < n; i++) {
                List<String> bound = so.match(pattern, candidates.get(i));
                if (bound != null) {
                    each(open, so, found);
                    so.undo(bound);
                }
            }
        }
        open.add(next);
    }

    /** A condition without variables if there is one, else one about the fewest facts. */
    private int choose(List<Fact> open, Substitution so) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < open.size(); i++) {
            Fact pattern = so.apply(open.get(i));
            int size = Substitution.isGround(pattern) ? 0 : like(pattern).size() + 1;
            boolean isBound = !pattern.equals(open.get(i));
            int weight = isBound ? size : 4 * size;
            if (weight < least) {
                least = weight;
                best = i;
            }
        }
        return best;
    }
}
