package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Answers;
import dev.clew.rules.Budget;
import dev.clew.rules.Engine;
import dev.clew.rules.StoppedException;
import dev.clew.rules.tabling.NormalProgram.Truth;

import org.junit.jupiter.api.Test;

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
}
