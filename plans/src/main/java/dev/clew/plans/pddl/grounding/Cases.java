package dev.clew.plans.pddl.grounding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions as conjunctions of literals: by cases where there are few, else with a new derived
 * fact in place of a disjunction.
 */
final class Cases {
    private final GroundTask task;
    private final Map<List<List<Integer>>, Integer> named = new HashMap<>();

    Cases(GroundTask task) {
        this.task = task;
    }

    /** At most so many conjunctions, one of which holds if and only if the condition does. */
    List<int[]> of(Ground condition, int most) {
        List<int[]> cases = new ArrayList<>();
        cases.add(new int[0]);
        if (condition instanceof Ground.All all) {
            for (Ground part : all.parts()) {
                cases = and(cases, part, most);
            }
            return cases;
        }
        return and(cases, condition, most);
    }

    private List<int[]> and(List<int[]> cases, Ground part, int most) {
        switch (part) {
            case Ground.Literal l -> {
                return times(cases, List.of(new int[] {l.literal()}));
            }
            case Ground.All all -> {
                List<int[]> found = cases;
                for (Ground p : all.parts()) {
                    found = and(found, p, most);
                }
                return found;
            }
            case Ground.Any any -> {
                if ((long) cases.size() * any.parts().size() <= most || any.parts().isEmpty()) {
                    List<int[]> alternatives = new ArrayList<>();
                    int left = most / Math.max(1, cases.size() * any.parts().size());
                    for (Ground p : any.parts()) {
                        alternatives.addAll(of(p, Math.max(1, left)));
                    }
                    return times(cases, alternatives);
                }
                return times(cases, List.of(new int[] {name(any)}));
            }
        }
    }

    /** Each of the one with each of the other, without contradictions. */
    private static List<int[]> times(List<int[]> left, List<int[]> right) {
        List<int[]> found = new ArrayList<>();
        for (int[] l : left) {
            for (int[] r : right) {
                int[] both = union(l, r);
                if (both != null) {
                    found.add(both);
                }
            }
        }
        return found;
    }

    /** Both sorted sets in one, or null if a fact is in one and its opposite in the other. */
    static int @Nullable [] union(int[] left, int[] right) {
        IntList both = new IntList(left.length + right.length);
        both.addAll(left, left.length);
        both.addAll(right, right.length);
        int[] set = both.toSet();
        for (int i = 0; i < set.length && set[i] < 0; i++) {
            if (Arrays.binarySearch(set, ~set[i]) >= 0) {
                return null;
            }
        }
        return set;
    }

    /** A derived fact that holds if and only if the disjunction does. */
    private int name(Ground.Any any) {
        List<List<Integer>> key = new ArrayList<>();
        List<int[]> bodies = new ArrayList<>();
        for (Ground part : any.parts()) {
            for (int[] body : of(part, 1)) {
                bodies.add(body);
                key.add(Arrays.stream(body).boxed().toList());
            }
        }
        Integer known = named.get(key);
        if (known != null) {
            return known;
        }
        int fact = task.addFact(-1, true, false);
        named.put(key, fact);
        for (int[] body : bodies) {
            task.axioms.add(new GroundAxiom(fact, body));
        }
        return fact;
    }
}
