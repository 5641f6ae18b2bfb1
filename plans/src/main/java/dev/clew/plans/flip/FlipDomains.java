package dev.clew.plans.flip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Problems drawn at random, each with and without a bottleneck before the goal. */
final class FlipDomains {
    private static final int NODES = 12;
    private static final double DENSITY = 0.2;

    private FlipDomains() {}

    /**
     * A graph of 12 nodes, an edge with probability 0.2.
     *
     * @param isBottleneck whether one node alone leads to the goal, and one alone to that
     */
    static Transitions<Integer> graph(
            boolean isDirected, boolean isBottleneck, RandomGenerator random) {
        boolean[][] edges = new boolean[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = isDirected ? 0 : i + 1; j < NODES; j++) {
                edges[i][j] = i != j && random.nextDouble() < DENSITY;
                edges[j][i] |= !isDirected && edges[i][j];
            }
        }
        int goal = isBottleneck ? NODES - 1 : random.nextInt(NODES);
        if (isBottleneck) {
            narrow(edges, isDirected, random.nextInt(NODES - 2));
        }
        int start = random.nextInt(NODES);
        return new Transitions<>(
                start,
                goal,
                node -> neighbours(edges, node, true),
                node -> neighbours(edges, node, false));
    }

    private static void narrow(boolean[][] edges, boolean isDirected, int entry) {
        for (int i = 0; i < NODES; i++) {
            edges[i][NODES - 1] = false;
            edges[i][NODES - 2] = false;
            if (!isDirected) {
                edges[NODES - 1][i] = false;
                edges[NODES - 2][i] = false;
            }
        }
        edges[entry][NODES - 2] = true;
        edges[NODES - 2][NODES - 1] = true;
        if (!isDirected) {
            edges[NODES - 2][entry] = true;
            edges[NODES - 1][NODES - 2] = true;
        }
    }

    private static List<Integer> neighbours(boolean[][] edges, int node, boolean isForward) {
        List<Integer> nodes = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            if (isForward ? edges[node][i] : edges[i][node]) {
                nodes.add(i);
            }
        }
        return nodes;
    }

    // ---- Arrays ----

    /** The functions on arrays, each with its inverse: what it maps to, and from what. */
    private static List<List<Integer>> transformed(List<Integer> array, boolean isForward) {
        List<List<Integer>> all = new ArrayList<>();
        all.add(array.reversed());
        all.add(rotated(array, isForward ? 1 : -1));
        all.add(rotated(array, isForward ? 2 : -2));
        List<Integer> swapped = new ArrayList<>(array);
        Collections.swap(swapped, 0, array.size() - 1);
        all.add(swapped);
        if (isForward) {
            List<Integer> repeated = new ArrayList<>(array);
            repeated.addAll(array);
            if (repeated.size() <= LONGEST) {
                all.add(repeated);
            }
            List<Integer> mirrored = new ArrayList<>(array);
            mirrored.addAll(array.reversed());
            if (mirrored.size() <= LONGEST) {
                all.add(mirrored);
            }
            List<Integer> last = new ArrayList<>(array);
            last.add(array.getLast());
            if (last.size() <= LONGEST) {
                all.add(last);
            }
        } else {
            int half = array.size() / 2;
            boolean isEven = array.size() % 2 == 0 && half > 1;
            if (isEven && array.subList(0, half).equals(array.subList(half, array.size()))) {
                all.add(List.copyOf(array.subList(0, half)));
            }
            if (isEven && array.equals(array.reversed())) {
                all.add(List.copyOf(array.subList(0, half)));
            }
            if (half > 1 && array.getLast().equals(array.get(array.size() - 2))) {
                all.add(List.copyOf(array.subList(0, array.size() - 1)));
            }
        }
        return all.stream().distinct().filter(a -> !a.equals(array)).toList();
    }

    private static final int LONGEST = 16;

    private static List<Integer> rotated(List<Integer> array, int by) {
        List<Integer> rotated = new ArrayList<>(array);
        Collections.rotate(rotated, by);
        return rotated;
    }

    /** An array of four different numbers, and what some functions make of it. */
    static Transitions<List<Integer>> array(boolean isLengthening, RandomGenerator random) {
        List<Integer> start = new ArrayList<>(List.of(1, 2, 3, 4));
        Collections.shuffle(start, new java.util.Random(random.nextLong()));
        List<Integer> goal = start;
        for (int i = 0; i < 4; i++) {
            List<List<Integer>> next =
                    transformed(goal, true).stream()
                            .filter(a -> isLengthening || a.size() == 4)
                            .toList();
            goal = next.get(random.nextInt(next.size()));
        }
        return new Transitions<>(
                List.copyOf(start),
                List.copyOf(goal),
                a ->
                        transformed(a, true).stream()
                                .filter(b -> isLengthening || b.size() == 4)
                                .toList(),
                a -> transformed(a, false));
    }

    // ---- Blocksworld ----

    /** Towers of five blocks, each a text from the bottom up; a state is their sorted list. */
    static Transitions<List<String>> blocks(boolean isTower, RandomGenerator random) {
        List<String> start = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        List<String> goal = start;
        int steps = isTower ? 8 : 40;
        for (int i = 0; i < steps; i++) {
            List<List<String>> next = moved(goal);
            goal = next.get(random.nextInt(next.size()));
        }
        List<String> from = start;
        if (!isTower) {
            for (int i = 0; i < steps; i++) {
                List<List<String>> next = moved(from);
                from = next.get(random.nextInt(next.size()));
            }
        } else {
            // All in one tower: one way out of it, and many into the scattered start.
            List<String> letters = new ArrayList<>(start);
            Collections.shuffle(letters, new java.util.Random(random.nextLong()));
            goal = List.of(String.join("", letters));
        }
        return new Transitions<>(
                List.copyOf(from), List.copyOf(goal), FlipDomains::moved, FlipDomains::moved);
    }

    /** One block moved: each move can be undone by one. */
    private static List<List<String>> moved(List<String> towers) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < towers.size(); i++) {
            String from = towers.get(i);
            String block = from.substring(from.length() - 1);
            for (int j = 0; j <= towers.size(); j++) {
                boolean isNew = j == towers.size();
                if (j == i || isNew && from.length() == 1) {
                    continue;
                }
                List<String> next = new ArrayList<>(towers);
                next.set(i, from.substring(0, from.length() - 1));
                if (isNew) {
                    next.add(block);
                } else {
                    next.set(j, towers.get(j) + block);
                }
                next.removeIf(String::isEmpty);
                Collections.sort(next);
                if (!all.contains(next)) {
                    all.add(List.copyOf(next));
                }
            }
        }
        return all;
    }

    /** The length of a shortest plan, or -1 if it is longer than a limit. */
    static <S> int length(Transitions<S> problem, int limit) {
        Map<S, Integer> distances = problem.distances(limit);
        return distances.getOrDefault(problem.start(), -1);
    }
}
