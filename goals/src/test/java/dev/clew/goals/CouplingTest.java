package dev.clew.goals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.goals.proofs.ProofCheck;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Premises that share variables, that interfere with each other, and steps taken backward. */
class CouplingTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);

    // ---- Sharing variables: Datalog atoms as words, variables in capitals ----

    private record Rules(List<List<List<String>>> clauses) implements Sharing<List<String>> {
        @Override
        public List<Branch<List<String>>> branches(List<String> goal) {
            List<Branch<List<String>>> branches = new ArrayList<>();
            for (List<List<String>> clause : clauses) {
                Map<String, String> bindings = new HashMap<>();
                List<String> head = renamed(clause.getFirst());
                if (head.size() == goal.size() && unify(head, goal, bindings)) {
                    List<List<String>> body = new ArrayList<>();
                    for (List<String> premise : clause.subList(1, clause.size())) {
                        body.add(bound(renamed(premise), bindings));
                    }
                    branches.add(
                            new Branch<>(
                                    clause.toString(), body, g -> bound(g, bindings), 1, null));
                }
            }
            return branches;
        }

        private static List<String> renamed(List<String> atom) {
            return atom.stream().map(w -> isVariable(w) ? w + "'" : w).toList();
        }

        private static boolean isVariable(String word) {
            return Character.isUpperCase(word.charAt(0));
        }

        private static boolean unify(List<String> a, List<String> b, Map<String, String> bound) {
            for (int i = 0; i < a.size(); i++) {
                String x = value(a.get(i), bound);
                String y = value(b.get(i), bound);
                if (isVariable(x)) {
                    if (!x.equals(y)) {
                        bound.put(x, y);
                    }
                } else if (isVariable(y)) {
                    bound.put(y, x);
                } else if (!x.equals(y)) {
                    return false;
                }
            }
            return true;
        }

        private static String value(String word, Map<String, String> bound) {
            String value = word;
            while (bound.containsKey(value)) {
                value = bound.get(value);
            }
            return value;
        }

        private static List<String> bound(List<String> atom, Map<String, String> bindings) {
            return atom.stream().map(w -> value(w, bindings)).toList();
        }

        @Override
        public Conjunction<List<String>> canonical(Conjunction<List<String>> conjunction) {
            Map<String, String> names = new HashMap<>();
            List<List<String>> open = new ArrayList<>();
            List<String> answer = named(conjunction.answer(), names);
            conjunction.open().forEach(goal -> open.add(named(goal, names)));
            return new Conjunction<>(answer, open);
        }

        private static List<String> named(List<String> atom, Map<String, String> names) {
            return atom.stream()
                    .map(w -> isVariable(w) ? names.computeIfAbsent(w, v -> "V" + names.size()) : w)
                    .toList();
        }
    }

    private static List<String> atom(String words) {
        return Arrays.asList(words.split(" "));
    }

    @Test
    void premisesThatShareVariablesAreJoined() {
        Rules rules =
                new Rules(
                        List.of(
                                List.of(atom("path X Y"), atom("path X Z"), atom("edge Z Y")),
                                List.of(atom("path X Y"), atom("edge X Y")),
                                List.of(atom("edge a b")),
                                List.of(atom("edge b c")),
                                List.of(atom("edge c a")),
                                List.of(atom("edge d e"))));
        var outcome =
                Search.of(rules.problem(atom("path a W"))).by(new Strategy.BreadthFirst()).run();
        assertThat(
                        ((Outcome.Achieved<Sharing.Conjunction<List<String>>>) outcome)
                                .proof()
                                .lines()
                                .getFirst()
                                .goal()
                                .answer())
                .isEqualTo(atom("path a b"));
        assertThat(
                        Search.of(rules.problem(atom("path a d")))
                                .within(Budget.ofExpansions(200))
                                .run())
                .isInstanceOf(Outcome.OutOfBudget.class);
        var far = Search.of(rules.problem(atom("path a a"))).run();
        assertThat(((Outcome.Achieved<?>) far).cost()).isEqualTo(6);
    }

    // ---- Both directions ----

    private record Roads(Map<Integer, Map<Integer, Integer>> to, Collection<Integer> givens)
            implements Reversible<Integer> {
        @Override
        public List<Step<Integer>> expand(Integer goal) {
            List<Step<Integer>> steps = new ArrayList<>();
            to.getOrDefault(goal, Map.of())
                    .forEach((n, cost) -> steps.add(new Step<>("road", List.of(n), cost)));
            return steps;
        }

        @Override
        public List<Use<Integer>> uses(Integer premise) {
            List<Use<Integer>> uses = new ArrayList<>();
            to.forEach((from, roads) -> {
                if (roads.containsKey(premise)) {
                    uses.add(
                            new Use<>(
                                    from,
                                    new Step<>("road", List.of(premise), roads.get(premise))));
                }
            });
            return uses;
        }
    }

    @Test
    void bothEndsMeetInTheCheapestProof() {
        for (long seed = SEED; seed < SEED + 2_000; seed++) {
            Random random = new Random(seed);
            int places = 2 + random.nextInt(15);
            Map<Integer, Map<Integer, Integer>> roads = new HashMap<>();
            for (int i = random.nextInt(3 * places); i > 0; i--) {
                roads.computeIfAbsent(random.nextInt(places), p -> new HashMap<>())
                        .put(random.nextInt(places), random.nextInt(6));
            }
            Set<Integer> givens = new HashSet<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                givens.add(random.nextInt(places));
            }
            var problem = new Problem<>(0, givens::contains, new Roads(roads, givens));
            var one = Search.of(problem).run();
            var both = Search.of(problem).by(new Strategy.Bidirectional()).run();
            assertThat(both.getClass()).as("seed %s", seed).isEqualTo(one.getClass());
            if (both instanceof Outcome.Achieved<Integer> found) {
                assertThat(found.cost())
                        .as("seed %s", seed)
                        .isEqualTo(((Outcome.Achieved<Integer>) one).cost());
                assertThat(found.isOptimal()).isTrue();
                assertThat(ProofCheck.fault(found.proof(), problem)).as("seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    void theNarrowEndIsChosen() {
        Problem<Integer> wide = new Problem<>(1, g -> false, g -> steps(3 * g, 3 * g + 2));
        Problem<Integer> narrow = new Problem<>(1, g -> false, g -> steps(g + 1, g + 1));
        assertThat(Directions.choose(wide, narrow, 50).direction())
                .isEqualTo(Directions.Direction.FORWARD);
        assertThat(Directions.choose(narrow, wide, 50).direction())
                .isEqualTo(Directions.Direction.BACKWARD);
    }

    private static List<Step<Integer>> steps(int from, int to) {
        List<Step<Integer>> steps = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            steps.add(Step.of("s", i));
        }
        return steps;
    }

    @Test
    void movesHaveOnePremise() {
        Moves<Integer> moves = n -> List.of(new Moves.Move<>("halve", n / 2));
        var outcome = Search.of(new Problem<>(37, n -> n == 1, moves.expander())).run();
        assertThat(((Outcome.Achieved<Integer>) outcome).cost()).isEqualTo(5);
    }

    // ---- Expanders of expanders ----

    @Test
    void goalsAreExpandedSideBySideAndFailAlone() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Expander<Integer> slow =
                g -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        running.decrementAndGet();
                    }
                    if (g == 7) {
                        throw new IllegalStateException("seven");
                    }
                    return List.of(Step.of("s", g + 100));
                };
        List<Integer> goals = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        List<Expansion<Integer>> found = Expanders.concurrent(slow, 3).expandAll(goals);
        assertThat(most.get()).isBetween(1, 3);
        for (int i = 0; i < goals.size(); i++) {
            if (goals.get(i) == 7) {
                assertThat(found.get(i).failure()).hasMessage("seven");
            } else {
                assertThat(found.get(i).steps().getFirst().premises())
                        .containsExactly(goals.get(i) + 100);
            }
        }
    }

    @Test
    void whatIsCachedIsNotAskedAgainAndFailuresAreNotCached() {
        List<Integer> asked = new ArrayList<>();
        Expander<Integer> cached =
                Expanders.cached(g -> {
                    asked.add(g);
                    if (g == 3 && asked.size() < 5) {
                        throw new IllegalStateException("not yet");
                    }
                    return List.of();
                });
        cached.expandAll(List.of(1, 2, 1, 3));
        cached.expandAll(List.of(3, 2));
        cached.expand(3);
        cached.expand(3);
        assertThat(asked).containsExactly(1, 2, 3, 3, 3);
    }
}
