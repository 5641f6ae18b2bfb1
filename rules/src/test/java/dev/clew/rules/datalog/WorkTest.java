package dev.clew.rules.datalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;

/** How many steps goals take, against loops written by hand. */
class WorkTest {
    private static final int NODES = 20_000;
    private static final int EDGES = 100_000;

    /** Where a rule for paths has its recursive call. */
    enum Recursion {
        LEFT,
        RIGHT
    }

    /** The integers that are their own codes. */
    private static final class Small implements Numbers {
        @Override
        public long valueOf(int code) {
            return code;
        }

        @Override
        public int codeOf(long value) {
            throw new Unsuited("large");
        }
    }

    private final int[][] edges = new int[EDGES][];
    private long steps;

    /** {@code path(X, Y)} is predicate 1, over {@code edge(X, Y)}, which is predicate 0. */
    private Program paths(Recursion recursion) {
        long seed = Long.getLong("clew.seed", 20_276);
        System.out.println("Work of paths: -Dclew.seed=" + seed);
        Random random = new Random(seed);
        Relation facts = new Relation("edge", 2);
        for (int i = 0; i < EDGES; i++) {
            edges[i] = new int[] {random.nextInt(NODES), random.nextInt(NODES)};
            facts.append(edges[i]);
        }
        Program program = new Program();
        program.add("edge", 2);
        program.facts(0, facts);
        program.add("path", 2);
        Literal first = call(0, 0, 1);
        Literal[] more = {call(0, 0, 2), call(1, 2, 1)};
        if (recursion == Recursion.LEFT) {
            more = new Literal[] {call(1, 0, 2), call(0, 2, 1)};
        }
        program.rule(1, new Rule(new int[] {0, 1}, List.of(first), 2, new int[0]));
        program.rule(1, new Rule(new int[] {0, 1}, List.of(more), 3, new int[0]));
        return program;
    }

    private static Literal call(int predicate, int x, int y) {
        return new Literal.Call(predicate, new int[] {x, y}, false);
    }

    /** The nodes taken and the edges looked at by a breadth-first search, and the nodes found. */
    private long[] search(int source) {
        int[][] targets = new int[NODES][0];
        for (int[] e : edges) {
            int[] t = java.util.Arrays.copyOf(targets[e[0]], targets[e[0]].length + 1);
            t[t.length - 1] = e[1];
            targets[e[0]] = t;
        }
        boolean[] seen = new boolean[NODES];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(source));
        long work = 0;
        long found = 0;
        while (!queue.isEmpty()) {
            work++;
            for (int t : targets[queue.remove()]) {
                work++;
                if (!seen[t]) {
                    seen[t] = true;
                    found++;
                    queue.add(t);
                }
            }
        }
        return new long[] {work, found};
    }

    @Test
    void aGoalWithASourceTakesAtMostTwiceTheStepsOfASearch() {
        assertThat(ratio(Recursion.LEFT)).isBetween(0.5, 2.0);
    }

    /** Each edge is looked at by both rules, and what is found is added in a step of its own. */
    @Test
    void rightRecursionDoesNotTableEachNode() {
        assertThat(ratio(Recursion.RIGHT)).isBetween(0.5, 4.5);
    }

    private double ratio(Recursion recursion) {
        Program program = paths(recursion);
        Plan plan = Plan.of(program, 1, 1, new Small());
        long[] search = search(7);
        Answers answers = plan.answer(1, new int[] {7, 0}, new int[] {-1, 0}, n -> steps += n);
        assertThat(answers.size()).isEqualTo((int) search[1]).isGreaterThan(NODES / 2);
        return (double) steps / search[0];
    }

    @Test
    void goalsOneAfterTheOtherHaveTheirOwnAnswers() {
        Plan plan = Plan.of(paths(Recursion.LEFT), 1, 1, new Small());
        for (int source : new int[] {3, 4, 3, 5, 4}) {
            Answers answers =
                    plan.answer(1, new int[] {source, 0}, new int[] {-1, 0}, n -> steps += n);
            assertThat(answers.size()).isEqualTo((int) search(source)[1]);
        }
    }
}
