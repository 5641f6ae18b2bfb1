package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Answers;
import dev.clew.rules.Budget;
import dev.clew.rules.Engine;
import dev.clew.rules.StoppedException;
import dev.clew.rules.tabling.NormalProgram.Truth;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Tabled evaluation that ends early leaves no half-made table. */
class BrokenOffTest {
    private static final long SEED = Long.getLong("clew.seed", 20_268);
    private static final int PROGRAMS = Integer.getInteger("clew.programs", 400);

    /** Raises an error when it has been called as often as the program says. */
    private static final String TICK =
            """
            tick :- nb_getval(ticks, N), M is N - 1, nb_setval(ticks, M), M =\\= 0, !.
            tick :- throw(enough).
            tally(Goal, L) :- findall(Goal-C, call_delays(Goal, C), L).
            """;

    private final Random random = new Random(SEED);

    private record Case(NormalProgram program, String text, Map<String, Truth> expected) {}

    private Case next(int n) {
        NormalProgram program = new NormalProgram(random, "g" + n);
        Map<String, Truth> expected = program.model();
        expected.keySet().retainAll(program.tabledAtoms(expected.keySet()));
        return new Case(program, program.textWith("tick"), expected);
    }

    private static List<String> goals(Case c) {
        List<String> goals = new ArrayList<>();
        c.program
                .tabled()
                .forEach((name, n) -> {
                    goals.add(n == 0 ? name : n == 1 ? name + "(X)" : name + "(X, Y)");
                });
        return goals;
    }

    private String any(List<String> goals) {
        return goals.get(random.nextInt(goals.size()));
    }

    /** The truth values that one query finds after {@code first} has been called. */
    private static Map<String, Truth> found(Engine engine, Case c, String first) {
        Map<String, Truth> found = new TreeMap<>();
        for (String goal : goals(c)) {
            String rest = first + ", nb_setval(ticks, -1), call_delays(G, C)";
            for (Answer a : engine.ask("G = " + goal + ", " + rest)) {
                boolean isTrue = a.get("C").toString().equals("true");
                found.put(
                        a.get("G").toString().replace(" ", ""),
                        isTrue ? Truth.TRUE : Truth.UNDEFINED);
            }
        }
        return found;
    }

    @Test
    void errorsThatAreCaughtOutsideLeaveNoTable() {
        System.out.println("Errors in tabled evaluation: -Dclew.seed=" + SEED);
        for (int n = 0; n < PROGRAMS; n++) {
            Case c = next(n);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            String first =
                    "nb_setval(ticks, "
                            + (1 + random.nextInt(60))
                            + "), catch(tally("
                            + any(goals(c))
                            + ", _), enough, true)";
            assertThat(found(engine, c, first))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, first)
                    .isEqualTo(c.expected);
        }
    }

    @Test
    void errorsThatAreCaughtInATabledClauseLeaveTheOthersWhole() {
        for (int n = 0; n < PROGRAMS; n++) {
            Case c = next(n);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            engine.loadText(
                    ":- table caught/1.\n"
                            + "caught(G) :- catch(G, enough, true).\n"
                            + "caught(_) :- caught(fail).\n");
            String first =
                    "nb_setval(ticks, "
                            + (1 + random.nextInt(60))
                            + "), findall(x, caught(("
                            + any(goals(c))
                            + ", "
                            + any(goals(c))
                            + ")), _)";
            assertThat(found(engine, c, "catch((" + first + "), enough, true)"))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, first)
                    .isEqualTo(c.expected);
        }
    }

    @Test
    void limitsAndCancelLeaveNoTable() {
        for (int n = 0; n < PROGRAMS; n++) {
            Case c = next(n);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            String goal = "nb_setval(ticks, -1), tally(" + any(goals(c)) + ", _)";
            Budget budget = Budget.ofInferences(1 + random.nextInt(200));
            try (Answers a = engine.ask(goal).within(budget)) {
                assertThat(a.hasNext()).isTrue();
            } catch (StoppedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            assertThat(found(engine, c, "true"))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, goal)
                    .isEqualTo(c.expected);
        }
    }

    @Test
    void limitsOfTheProgramLeaveNoTable() {
        for (int n = 0; n < PROGRAMS / 4; n++) {
            Case c = next(n);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            String first =
                    "nb_setval(ticks, -1), call_with_inference_limit(tally("
                            + any(goals(c))
                            + ", _), "
                            + (1 + random.nextInt(200))
                            + ", _)";
            assertThat(found(engine, c, first))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, first)
                    .isEqualTo(c.expected);
        }
    }

    @Test
    void answersThatAreClosedEarlyLeaveNoTable() {
        for (int n = 0; n < PROGRAMS; n++) {
            Case c = next(n);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            String goal = "nb_setval(ticks, -1), " + any(goals(c)) + ", " + any(goals(c));
            try (Answers a = engine.ask(goal)) {
                for (int k = random.nextInt(4); k > 0 && a.hasNext(); k--) {
                    a.next();
                }
            }
            assertThat(found(engine, c, "true"))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, goal)
                    .isEqualTo(c.expected);
        }
    }

    @Test
    void cutsLeaveNoHalfMadeTable() {
        for (int n = 0; n < PROGRAMS; n++) {
            Case c = next(n);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            engine.loadText(
                    ":- table pruned/1.\n"
                            + "pruned(G) :- call(G), !.\n"
                            + "pruned(G) :- pruned(G), fail.\n"
                            + "pruned(_) :- tnot(pruned(fail)).\n");
            String first =
                    switch (random.nextInt(5)) {
                        case 0 -> "ignore((" + any(goals(c)) + ", " + any(goals(c)) + "))";
                        case 1 -> "ignore(" + any(goals(c)) + ")";
                        case 2 -> "findall(x, limit(1, " + any(goals(c)) + "), _)";
                        case 3 -> "ignore(pruned(" + any(goals(c)) + "))";
                        default -> "(" + any(goals(c)) + " -> true ; true)";
                    };
            assertThat(found(engine, c, "nb_setval(ticks, -1), \\+ \\+ " + first))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, first)
                    .isEqualTo(c.expected);
        }
    }

    /** When the evaluation is stopped depends on the machine; what is found afterwards does not. */
    @Test
    void cancelledAndLateEvaluationsLeaveNoTable() throws Exception {
        String rules =
                """
                :- table path/2, apart/2.
                path(X, Y) :- guard, edge(X, Y).
                path(X, Y) :- guard, path(X, Z), edge(Z, Y).
                apart(X, Y) :- edge(X, _), edge(Y, _), tnot(path(X, Y)).
                edge(X, Y) :- between(1, 60, X), ( Y is X + 1 ; Y is X + 100, X mod 7 =:= 0 ).
                """;
        String facts = rules.substring(0, rules.indexOf("edge(X, Y) :- b"));
        for (int i = 1; i <= 60; i++) {
            facts += "edge(" + i + ", " + (i + 1) + ").\n";
            facts += i % 7 == 0 ? "edge(" + i + ", " + (i + 100) + ").\n" : "";
        }
        String slg = rules + "guard :- atom_length(a, 1).\n";
        String sets = facts + "guard.\n";
        for (int n = 0; n < 40; n++) {
            Engine engine = Engine.create();
            engine.loadText(n % 2 == 0 ? slg : sets);
            Duration time = Duration.ofNanos(1 + random.nextInt(8_000_000));
            try (Answers a = engine.ask("aggregate_all(count, apart(_, _), N)")) {
                if (n % 4 < 2) {
                    hasNext(a.within(time));
                } else {
                    Thread asking = new Thread(() -> hasNext(a));
                    asking.start();
                    Thread.sleep(time);
                    a.cancel();
                    asking.join();
                }
            } catch (StoppedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            String both =
                    "aggregate_all(count, path(_, _), P), aggregate_all(count, apart(_, _), A)";
            assertThat(engine.ask(both).first().orElseThrow())
                    .as("seed %s, round %s", SEED, n)
                    .hasToString("P = 2082, A = 1830");
        }
    }

    private static void hasNext(Answers a) {
        try {
            assertThat(a.hasNext()).isTrue();
        } catch (StoppedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Datalog is evaluated in one step, which a limit may end as well. */
    @Test
    void limitsInSetAtATimeEvaluationLeaveNoTable() {
        for (int n = 0; n < PROGRAMS; n++) {
            NormalProgram program = new NormalProgram(random, "g" + n);
            Map<String, Truth> expected = program.model();
            expected.keySet().retainAll(program.tabledAtoms(expected.keySet()));
            Case c = new Case(program, program.text(false), expected);
            Engine engine = Engine.create();
            engine.loadText(TICK + c.text);
            String goal = "findall(x, (" + any(goals(c)) + ", " + any(goals(c)) + "), _)";
            Budget budget = Budget.ofInferences(1 + random.nextInt(20));
            try (Answers a = engine.ask(goal).within(budget)) {
                hasNext(a);
            }
            assertThat(found(engine, c, "true"))
                    .as("seed %s, program %s:%n%s%s", SEED, n, c.text, goal)
                    .isEqualTo(c.expected);
        }
    }
}
