package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Engine;
import dev.clew.rules.tabling.NormalProgram.Truth;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What is computed again after facts have changed, and that it is right. */
class IncrementalTablingTest {
    private static final long SEED = Long.getLong("clew.seed", 20_269);
    private static final int PROGRAMS = Integer.getInteger("clew.programs", 400);

    private static final String GRAPH =
            """
            :- dynamic edge/2 as incremental, weight/1 as incremental.
            :- dynamic other/1.
            :- table path/2, sign/1, top/1, twice/2, plain/1.
            edge(1, 2). edge(2, 3). edge(3, 4). edge(10, 11). edge(11, 12).
            weight(5).
            other(1).
            path(X, Y) :- note(path(X)), edge(X, Y).
            path(X, Y) :- edge(X, Z), path(Z, Y).
            sign(S) :- note(sign), weight(X), ( X > 0 -> S = plus ; S = minus ).
            top(T) :- note(top), sign(S), T = t(S).
            twice(X, Y) :- note(twice(X)), path(X, Z), path(Z, Y).
            plain(X) :- note(plain), other(X).
            note(X) :- nb_getval(log, L), nb_setval(log, [X|L]).
            asked(G, L, Log) :-
                nb_setval(log, []),
                findall(G, G, L0), sort(L0, L),
                nb_getval(log, Log0), sort(Log0, Log).
            """;

    /** A graph whose goals are asked in one query, or each in a query of its own. */
    private static final class Graph {
        private final Engine engine = Engine.create();
        private final boolean isOneQuery;
        private String before = "true";

        Graph(boolean isOneQuery) {
            this.isOneQuery = isOneQuery;
            engine.loadText(GRAPH);
        }

        void run(String goal) {
            if (isOneQuery) {
                before += ", " + goal;
            } else {
                assertThat(engine.ask(goal).exists()).isTrue();
            }
        }

        /** The answers to a goal, and which goals were evaluated for them. */
        String ask(String goal) {
            Answer a =
                    engine.ask(
                                    (isOneQuery ? before + ", " : "")
                                            + "asked("
                                            + goal
                                            + ", Answers, Evaluated)")
                            .first()
                            .orElseThrow();
            before += ", asked(" + goal + ", _, _)";
            if (isOneQuery) {
                // The next query begins with the same facts and without tables.
                assertThat(
                                engine.ask(
                                                "abolish_all_tables, retractall(edge(_, _)),"
                                                    + " retractall(weight(_)),"
                                                    + " retractall(other(_)), forall(member(E,"
                                                    + " [1-2, 2-3, 3-4, 10-11, 11-12]), (E = X-Y,"
                                                    + " assertz(edge(X, Y)))), assertz(weight(5)),"
                                                    + " assertz(other(1))")
                                        .exists())
                        .isTrue();
            }
            return (a.get("Answers") + " by " + a.get("Evaluated")).replace(" ", "");
        }
    }

    @Test
    void changesReachOnlyWhatReadsTheFactsInEachQuery() {
        changesReachOnlyWhatReadsTheFacts(false);
    }

    @Test
    void changesReachOnlyWhatReadsTheFactsInOneQuery() {
        changesReachOnlyWhatReadsTheFacts(true);
    }

    private static void changesReachOnlyWhatReadsTheFacts(boolean isOneQuery) {
        Graph g = new Graph(isOneQuery);
        assertThat(g.ask("path(1, _)"))
                .isEqualTo("[path(1,2),path(1,3),path(1,4)]by[path(1),path(2),path(3),path(4)]");
        assertThat(g.ask("path(10, _)"))
                .isEqualTo("[path(10,11),path(10,12)]by[path(10),path(11),path(12)]");
        g.run("assertz(edge(12, 13))");
        assertThat(g.ask("path(1, _)")).isEqualTo("[path(1,2),path(1,3),path(1,4)]by[]");
        assertThat(g.ask("path(10, _)"))
                .isEqualTo(
                        "[path(10,11),path(10,12),path(10,13)]by"
                                + "[path(10),path(11),path(12),path(13)]");
        g.run("retract(edge(1, 2))");
        assertThat(g.ask("path(2, _)")).isEqualTo("[path(2,3),path(2,4)]by[]");
        assertThat(g.ask("path(1, _)")).isEqualTo("[]by[path(1)]");
        assertThat(g.ask("path(10, 13)")).startsWith("[path(10,13)]by[path(10),");
        g.run("assertz(edge(99, _))");
        assertThat(g.ask("path(2, _)")).isEqualTo("[path(2,3),path(2,4)]by[]");
        g.run("assertz(edge(_, 0))");
        assertThat(g.ask("path(3, _)")).endsWith("path(3),path(4)]");
    }

    @Test
    void changesGoNoFurtherThanAnswersChangeInEachQuery() {
        changesGoNoFurtherThanAnswersChange(false);
    }

    @Test
    void changesGoNoFurtherThanAnswersChangeInOneQuery() {
        changesGoNoFurtherThanAnswersChange(true);
    }

    private static void changesGoNoFurtherThanAnswersChange(boolean isOneQuery) {
        Graph g = new Graph(isOneQuery);
        assertThat(g.ask("top(_)")).isEqualTo("[top(t(plus))]by[sign,top]");
        g.run("(retractall(weight(_)), assertz(weight(7)))");
        assertThat(g.ask("top(_)")).isEqualTo("[top(t(plus))]by[sign]");
        assertThat(g.ask("top(_)")).isEqualTo("[top(t(plus))]by[]");
        g.run("assertz(weight(-1))");
        assertThat(g.ask("top(_)")).isEqualTo("[top(t(minus)),top(t(plus))]by[sign,top]");
        g.run("retract(weight(7))");
        assertThat(g.ask("sign(_)")).isEqualTo("[sign(minus)]by[sign]");
        assertThat(g.ask("top(_)")).isEqualTo("[top(t(minus))]by[top]");
        assertThat(g.ask("twice(2, _)"))
                .isEqualTo("[twice(2,4)]by[path(2),path(3),path(4),twice(2)]");
        g.run("assertz(edge(2, 77))");
        assertThat(g.ask("twice(2, _)")).isEqualTo("[twice(2,4)]by[path(2),path(77),twice(2)]");
        g.run("(assertz(edge(77, 3)), retract(edge(77, 3)))");
        assertThat(g.ask("twice(2, _)")).isEqualTo("[twice(2,4)]by[path(77)]");
    }

    @Test
    void plainDynamicPredicatesCountAsAWhole() {
        Graph g = new Graph(false);
        assertThat(g.ask("plain(1)")).isEqualTo("[plain(1)]by[plain]");
        assertThat(g.ask("plain(1)")).isEqualTo("[plain(1)]by[]");
        g.run("assertz(other(2))");
        assertThat(g.ask("plain(1)")).isEqualTo("[plain(1)]by[plain]");
    }

    @Test
    void longChainsAreLookedThroughWithoutRecursion() {
        Engine engine = Engine.create();
        engine.loadText(
                """
                :- dynamic start/1 as incremental.
                :- table chain/2.
                start(0).
                chain(0, X) :- !, start(Y), X is Y * 0.
                chain(N, X) :-
                    M is N - 1, chain(M, X),
                    nb_getval(steps, S), T is S + 1, nb_setval(steps, T).
                """);
        String ask = "nb_setval(steps, 0), chain(50000, X), nb_getval(steps, N)";
        assertThat(engine.ask(ask).first().orElseThrow()).hasToString("X = 0, N = 50000");
        engine.ask("assertz(start(7))").exists();
        assertThat(engine.ask(ask).first().orElseThrow()).hasToString("X = 0, N = 0");
        engine.ask("retractall(start(_))").exists();
        assertThat(engine.ask(ask).exists()).isFalse();
    }

    @Test
    void afterAnErrorTablesAreMadeAnew() {
        Engine engine = Engine.create();
        engine.loadText(
                """
                :- dynamic value/1 as incremental.
                :- table half/1, twice/1.
                value(4).
                half(X) :- value(Y), X is Y / 2.
                twice(X) :- half(Y), X is 2 * Y.
                """);
        assertThat(engine.ask("twice(X)").first().orElseThrow()).hasToString("X = 4");
        engine.ask("assertz(value(none))").exists();
        String caught = "catch(twice(X), error(E, _), true)";
        assertThat(engine.ask(caught).first().orElseThrow().get("E"))
                .hasToString("type_error(evaluable,none/0)");
        engine.ask("retract(value(none)), assertz(value(10))").exists();
        assertThat(
                        engine.ask("findall(X, twice(X), L0), sort(L0, L)")
                                .first()
                                .orElseThrow()
                                .get("L"))
                .hasToString("[4,10]");
    }

    @Test
    void clauseIsARead() {
        Engine engine = Engine.create();
        engine.loadText(
                """
                :- dynamic fact/1, rule/1 as incremental.
                :- table known/1, stored/1.
                fact(1). rule(1).
                known(X) :- clause(fact(X), true).
                stored(X) :- clause(rule(X), true).
                """);
        String ask = "findall(X, known(X), L), findall(X, stored(X), M)";
        assertThat(engine.ask(ask).first().orElseThrow()).hasToString("L = [1], M = [1]");
        engine.ask("assertz(fact(2)), assertz(rule(3))").exists();
        assertThat(engine.ask(ask).first().orElseThrow().get("L").toString()).contains("2");
        assertThat(engine.ask(ask).first().orElseThrow().get("M").toString()).contains("3");
    }

    @Test
    void theDeclarationIsKnown() {
        Engine engine = Engine.create();
        engine.loadText(
                ":- dynamic a/1, b/1 as incremental.\n:- dynamic([c/1], [incremental(true)]).");
        assertThat(engine.ask("predicate_property(a(_), incremental)").exists()).isFalse();
        assertThat(engine.ask("predicate_property(b(_), incremental)").exists()).isTrue();
        assertThat(engine.ask("predicate_property(c(_), incremental)").exists()).isTrue();
    }

    @Test
    void theModelFollowsRandomChanges() {
        System.out.println("Changes of tabled programs: -Dclew.seed=" + SEED);
        Random random = new Random(SEED);
        for (int n = 0; n < PROGRAMS; n++) {
            NormalProgram program = new NormalProgram(random, "g" + n);
            String text =
                    program.incremental()
                            + (random.nextBoolean() ? program.text(false) : program.variedText());
            Engine engine = Engine.create();
            engine.loadText(text);
            StringBuilder history = new StringBuilder();
            boolean isOneQuery = random.nextBoolean();
            for (int i = 0; i < 6; i++) {
                String changes = "true";
                for (int k = random.nextInt(3); k >= 0; k--) {
                    changes += ", " + program.flip();
                }
                history.append(changes).append("\n");
                Map<String, Truth> expected = program.model();
                expected.keySet().retainAll(program.tabledAtoms(expected.keySet()));
                String before = changes;
                if (!isOneQuery) {
                    assertThat(engine.ask(changes).exists()).isTrue();
                    before = "true";
                }
                assertThat(found(engine, program, random, before))
                        .as("seed %s, program %s:%n%s%s", SEED, n, text, history)
                        .isEqualTo(expected);
            }
        }
    }

    /** Asks for all tabled predicates, or for some ground goals first. */
    private static Map<String, Truth> found(
            Engine engine, NormalProgram program, Random random, String before) {
        List<String> goals = new ArrayList<>();
        program.tabled()
                .forEach((name, n) -> {
                    goals.add(n == 0 ? name : n == 1 ? name + "(_)" : name + "(_, _)");
                    if (n > 0 && random.nextBoolean()) {
                        goals.addFirst(name + (n == 1 ? "(1)" : "(2, _)"));
                    }
                });
        String query =
                before
                        + ", findall(G-C, (member(G, ["
                        + String.join(", ", goals)
                        + "]), call_delays(G, C)), Found), member(Goal-Condition, Found)";
        Map<String, Truth> found = new TreeMap<>();
        for (Answer a : engine.ask(query)) {
            boolean isTrue = a.get("Condition").toString().equals("true");
            found.put(
                    a.get("Goal").toString().replace(" ", ""),
                    isTrue ? Truth.TRUE : Truth.UNDEFINED);
        }
        return found;
    }
}
