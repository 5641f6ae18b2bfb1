package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.Answers;
import dev.clew.rules.Budget;
import dev.clew.rules.Engine;
import dev.clew.rules.StoppedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

/** What findall/3,4 makes of a tabled goal whose answers come as a set. */
class CollectedAnswersTest {
    private static final long SEED = Long.getLong("clew.seed", 20_275);

    private static final String PATHS =
            """
            :- table path/2, win/1.
            :- dynamic edge/2.
            path(X, Y) :- edge(X, Y).
            path(X, Y) :- path(X, Z), edge(Z, Y).
            win(X) :- edge(X, Y), tnot(win(Y)).
            all(X, Y) :- path(X, Y).
            plain.
            """;

    private static Engine graph(int nodes, int edges) {
        System.out.println("Collected answers: -Dclew.seed=" + SEED);
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(PATHS);
        for (int i = 0; i < edges; i++) {
            text.append("edge(n").append(random.nextInt(nodes));
            text.append(", ").append(random.nextInt(nodes)).append(").\n");
            text.append("edge(").append(random.nextInt(nodes));
            text.append(", n").append(random.nextInt(nodes)).append(").\n");
        }
        Engine engine = Engine.create();
        engine.loadText(text.toString());
        return engine;
    }

    /** A large graph whose paths are known already. */
    private static Engine cycle() {
        StringBuilder text = new StringBuilder(PATHS);
        for (int i = 0; i < 300; i++) {
            text.append("edge(" + i + ", " + (i + 1) % 300 + ").\n");
        }
        Engine engine = Engine.create();
        engine.loadText(text.toString());
        assertThat(holds(engine, "once(path(_, _))")).isTrue();
        return engine;
    }

    private static boolean holds(Engine engine, String goal) {
        return engine.ask(goal).first().isPresent();
    }

    private static String value(Engine engine, String goal) {
        return engine.ask(goal).first().orElseThrow().get("L").toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X",
                "Y",
                "t",
                "Other",
                "X-Y",
                "Y-Other-Other",
                "f(Y, g(X, \"s\"), [X, Other|Z])",
                "[X, X, 1.5]",
                "'$VAR'(1)",
                "[]"
            })
    void areThoseOfBacktrackingInTheSameOrder(String template) {
        Engine engine = graph(30, 60);
        for (String goal : new String[] {"path(X, Y)", "path(X, X)", "path(n3, Y)", "all(X, Y)"}) {
            String fast = value(engine, "findall(" + template + ", " + goal + ", L)");
            String slow = "findall(" + template + ", (" + goal + ", plain), L)";
            assertThat(renamed(fast)).as(goal).isEqualTo(renamed(value(engine, slow)));
        }
    }

    private static String renamed(String list) {
        return list.replaceAll("_[A-Za-z0-9]+", "_");
    }

    @Test
    void shareNothingWithEachOtherOrTheGoal() {
        Engine engine = graph(30, 60);
        String each = "findall(X-Y-V, path(X, Y), L), L = [_-_-A, _-_-B|_], A \\== B, A \\== V";
        assertThat(holds(engine, each + ", A = 1, var(B), var(V), var(X), var(Y)")).isTrue();
        String twice = "findall(V-V, path(_, _), L), L = [A-B, C-_|_]";
        assertThat(holds(engine, twice + ", A == B, A \\== C")).isTrue();
    }

    @Test
    void keepTheAttributesOfTheTemplate() {
        Engine engine = graph(30, 60);
        String frozen = "freeze(V, throw(woken)), findall(V-X, path(X, _), [A-_|_])";
        assertThat(holds(engine, frozen + ", frozen(A, G), G \\== true")).isTrue();
        assertThat(holds(engine, "catch((" + frozen + ", A = 1), woken, true)")).isTrue();
    }

    @Test
    void ofBoundAndAttributedGoalsAreThoseThatAgree() {
        Engine engine = Engine.create();
        engine.loadText(PATHS + "edge(1, 2). edge(2, 3).");
        assertThat(value(engine, "X = 2, findall(X-Y, path(X, Y), L)")).isEqualTo("[2-3]");
        assertThat(value(engine, "dif(Y, 2), findall(Y, path(1, Y), L)")).isEqualTo("[3]");
        assertThat(value(engine, "findall(X, path(X, X), L)")).isEqualTo("[]");
        assertThat(value(engine, "findall(Y, path(1, Y), L, [end])")).isEqualTo("[2,3,end]");
        assertThat(holds(engine, "findall(Y, path(1, Y), [2, 3])")).isTrue();
        assertThat(holds(engine, "findall(Y, path(1, Y), [2])")).isFalse();
    }

    @Test
    void areTakenFromEachOfSeveralGoals() {
        Engine engine = Engine.create();
        engine.loadText(PATHS + "edge(1, 2). edge(2, 3).");
        assertThat(value(engine, "findall(Y, ( path(1, Y) ; path(2, Y) ; Y = 9 ), L)"))
                .isEqualTo("[2,3,3,9]");
        assertThat(value(engine, "findall(X-Y, ( member(X, [2, 1]), path(X, Y) ), L)"))
                .isEqualTo("[2-3,1-2,1-3]");
        assertThat(value(engine, "findall(Y, once(path(1, Y)), L)")).isEqualTo("[2]");
    }

    @Test
    void mayBeUndefined() {
        Engine engine = Engine.create();
        engine.loadText(PATHS + "edge(a, b). edge(b, a). edge(c, d). edge(e, a).");
        assertThat(value(engine, "findall(X, win(X), L0), sort(L0, L)")).isEqualTo("[a,b,c,e]");
        assertThat(value(engine, "findall(X-C, call_delays(win(X), C), L0), msort(L0, L)"))
                .isEqualTo(value(engine, "L = [a-win(a), b-win(b), c-true, e-win(e)]"));
    }

    @Test
    void followChangesOfFacts() {
        Engine engine = Engine.create();
        engine.loadText(PATHS + "edge(1, 2).");
        String goal = "findall(Y, path(1, Y), L1), assertz(edge(2, 3)), findall(Y, path(1, Y), L2)";
        assertThat(value(engine, goal + ", retract(edge(1, 2)), L = L1/L2")).isEqualTo("[2]/[2,3]");
        assertThat(value(engine, "findall(Y, path(1, Y), L)")).isEqualTo("[]");
        assertThat(value(engine, "findall(Y, path(2, Y), L)")).isEqualTo("[3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "X", "X-Y"})
    void countAgainstLimits(String template) {
        Engine engine = cycle();
        String goal = "findall(" + template + ", path(X, Y), L)";
        assertThatThrownBy(
                        () -> {
                            try (Answers a = engine.ask(goal).within(Budget.ofInferences(20_000))) {
                                a.hasNext();
                            }
                        })
                .isInstanceOf(StoppedException.class);
        String limited = "call_with_inference_limit(" + goal + ", 20000, R), R == ";
        assertThat(holds(engine, limited + "inference_limit_exceeded, var(X), var(Y)")).isTrue();
        assertThat(holds(engine, goal + ", length(L, 90000)")).isTrue();
    }
}
