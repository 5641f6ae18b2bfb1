package dev.clew.rules.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.Answer;
import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Clauses searched in other orders have the answers of the engine, and more where it loops. */
class CallWithStrategyTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);

    private static Engine load(String text) {
        Engine engine = Engine.create();
        engine.loadText(text);
        return engine;
    }

    private static List<String> first(Engine engine, String goal, int count) {
        List<String> found = new ArrayList<>();
        try (Answers answers = engine.ask(goal)) {
            while (found.size() < count && answers.hasNext()) {
                found.add(answers.next().toString());
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"best_first", "breadth_first", "iterative_deepening", "portfolio"})
    void clausesThatLoopHaveTheirAnswers(String strategy) {
        Engine engine =
                load(
                        """
                        path(X, Y) :- path(X, Z), edge(Z, Y).
                        path(X, Y) :- edge(X, Y).
                        edge(a, b).
                        edge(b, c).
                        edge(c, a).
                        edge(c, d).
                        loop :- loop.
                        loop.
                        """);
        assertThat(
                        new TreeSet<>(
                                first(
                                        engine,
                                        "call_with_strategy(path(a, X), " + strategy + ")",
                                        4)))
                .containsExactly("X = a", "X = b", "X = c", "X = d");
        assertThat(first(engine, "call_with_strategy(loop, " + strategy + ")", 2)).hasSize(1);
    }

    @Test
    void theAnswerWithTheShortestProofComesFirst() {
        Engine engine =
                load(
                        """
                        p(far) :- a, b, c.
                        p(near) :- a.
                        p(middle) :- a, b.
                        a. b. c.
                        """);
        assertThat(first(engine, "call_with_strategy(p(X), best_first)", 3))
                .containsExactly("X = near", "X = middle", "X = far");
    }

    @Test
    void hasTheAnswersOfTheEngine() {
        for (long seed = SEED; seed < SEED + 60; seed++) {
            Random random = new Random(seed);
            String program = program(random);
            Engine engine = load(program);
            String goal = "p0(X, Y)";
            TreeSet<String> expected = new TreeSet<>();
            for (Answer answer : engine.ask(goal)) {
                expected.add(answer.toString());
            }
            for (String strategy :
                    List.of("best_first", "breadth_first", "iterative_deepening", "portfolio")) {
                List<String> found =
                        first(engine, "call_with_strategy(" + goal + ", " + strategy + ")", 10_000);
                assertThat(new TreeSet<>(found))
                        .as("seed %s, %s:%n%s", seed, strategy, program)
                        .isEqualTo(expected);
                assertThat(found).doesNotHaveDuplicates();
            }
        }
    }

    /** Predicates that call later ones only, with all that may stand in a body. */
    private static String program(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            for (int c = 1 + random.nextInt(2); c > 0; c--) {
                text.append("p").append(i).append("(X, Y) :- ").append(goal(random, i, "X", "Z"));
                text.append(", ").append(goal(random, i, "Z", "Y"));
                text.append(
                        switch (random.nextInt(6)) {
                            case 0 -> ", X @< Y";
                            case 1 -> ", \\+ " + goal(random, i, "Y", "X");
                            case 2 -> ", ( X == Y -> true ; " + goal(random, i, "X", "Y") + " )";
                            case 3 -> ", ( " + goal(random, i, "Y", "_") + " ; X = Y )";
                            case 4 -> ", call(f, X, _)";
                            default -> "";
                        });
                text.append(".\n");
            }
        }
        for (int i = 0; i < 6; i++) {
            text.append("f(")
                    .append((char) ('a' + random.nextInt(4)))
                    .append(", ")
                    .append((char) ('a' + random.nextInt(4)))
                    .append(").\n");
        }
        return text.toString();
    }

    private static String goal(Random random, int above, String x, String y) {
        int callee = above + 1 + random.nextInt(3);
        return (callee < 3 ? "p" + callee : "f") + "(" + x + ", " + y + ")";
    }

    @Test
    void whatHasNoMeaningIsAnError() {
        Engine engine = load("c(X) :- member(X, [1, 2]), !.\nn(X) :- n(s(X)).\n:- dynamic(n/1).\n");
        assertThatThrownBy(() -> engine.ask("call_with_strategy(c(_), best_first)").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("!");
        assertThatThrownBy(() -> engine.ask("call_with_strategy(c(_), fastest)").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("fastest");
        assertThatThrownBy(() -> engine.ask("call_with_strategy(n(0), depth_first(9))").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("depth_first(9)");
        assertThatThrownBy(() -> engine.ask("call_with_strategy(_, best_first)").exists())
                .isInstanceOf(RuleException.class);
    }
}
