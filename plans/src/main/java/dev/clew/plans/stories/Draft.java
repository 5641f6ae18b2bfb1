package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A partial plan that is changed. */
final class Draft {
    private final List<Integer> does = new ArrayList<>();
    private final List<int[]> serves = new ArrayList<>();
    private final List<Long> before = new ArrayList<>();
    private final List<Long> links = new ArrayList<>();
    private final List<Long> open = new ArrayList<>();

    Draft(PartialPlan plan) {
        for (int i = 0; i < plan.size(); i++) {
            does.add(plan.does[i]);
            serves.add(plan.serves[i].clone());
            before.add(plan.before[i]);
        }
        for (long link : plan.links) {
            links.add(link);
        }
        for (long need : plan.open) {
            open.add(need);
        }
    }

    /** Adds a step between the opening and the ending; returns its number. */
    int add(int occurrence, int actors, int[] needs) {
        int step = does.size();
        int[] nothing = new int[actors];
        Arrays.fill(nothing, PartialPlan.NOBODY);
        does.add(occurrence);
        serves.add(nothing);
        before.add(0L);
        for (int need : needs) {
            need(step, need);
        }
        order(0, step);
        if (step > 1) {
            order(step, 1);
        }
        return step;
    }

    void need(int step, int literal) {
        long need = PartialPlan.need(step, literal);
        boolean isLinked =
                links.stream()
                        .anyMatch(l ->
                                PartialPlan.to(l) == step && PartialPlan.literal(l) == literal);
        if (!isLinked && !open.contains(need)) {
            open.add(need);
        }
    }

    /** Meets a need by what a step makes. */
    void link(int from, int literal, int to) {
        open.remove((Long) PartialPlan.need(to, literal));
        links.add(PartialPlan.link(from, literal, to));
        order(from, to);
    }

    void serve(int step, int actor, int goal) {
        serves.get(step)[actor] = goal;
    }

    /** Puts a step before another that is not before it, and keeps the order transitive. */
    void order(int one, int other) {
        long earlier = before.get(one) | 1L << one;
        for (int i = 0; i < before.size(); i++) {
            if (i == other || (before.get(i) >>> other & 1) != 0) {
                before.set(i, before.get(i) | earlier);
            }
        }
    }

    PartialPlan plan() {
        return Canon.of(
                new PartialPlan(
                        does.stream().mapToInt(Integer::intValue).toArray(),
                        serves.toArray(int[][]::new),
                        before.stream().mapToLong(Long::longValue).toArray(),
                        sorted(links),
                        sorted(open)));
    }

    private static long[] sorted(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
