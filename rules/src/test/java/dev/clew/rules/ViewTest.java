package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** A search sees the clauses that existed when it began and its own changes. */
@Timeout(120)
class ViewTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_123);

    private static Engine counting(int n) {
        Engine engine = Engine.create();
        engine.update(u -> {
            for (int i = 1; i <= n; i++) {
                u.add("fact(?, ?)", i, -i);
            }
        });
        return engine;
    }

    @Test
    void laterCallsSeeWhatWasThereAtTheStart() {
        Engine engine = counting(3);
        try (Answers a = engine.ask("member(_, [1, 2]), findall(X, fact(X, _), L)")) {
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2, 3);
            engine.remove("fact(2, _)");
            engine.add("fact(4, 0)");
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2, 3);
        }
        assertThat(engine.ask("fact(X, _)").as(Integer.class)).containsExactly(1, 3, 4);
    }

    @Test
    void lookupsByKeySeeWhatWasThereAtTheStart() {
        Engine engine = counting(1000);
        try (Answers a =
                engine.ask("between(0, 1, I), X is 500 + I, fact(X, Y), Z is -X, fact(V, Z)")) {
            assertThat(a.next().integer("Y")).isEqualTo(-500);
            engine.remove("fact(_, _)");
            assertThat(a.next().integer("V")).isEqualTo(501);
        }
        assertThat(engine.ask("fact(_, _)").exists()).isFalse();
    }

    @Test
    void aSearchSeesItsOwnChanges() {
        Engine engine = counting(2);
        try (Answers a =
                engine.ask(
                        "member(_, [1, 2]), assertz(fact(9, 9)), retract(fact(1, _)),"
                                + " asserta(fact(1, 0)), findall(X, fact(X, _), L)")) {
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2, 9);
            engine.update(u -> {
                u.add("fact(5, 5)");
                assertThat(u.remove("fact(9, _)")).isEqualTo(1);
            });
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2, 9, 9);
        }
        assertThat(engine.ask("fact(X, _)").as(Integer.class)).containsExactly(1, 2, 5, 9);
    }

    @Test
    void theFirstToRemoveAClauseHasIt() {
        Engine engine = counting(1);
        String goal =
                "member(G, [fact(1, _), fact(1, _), retract(fact(1, _)), fact(1, _)]),"
                        + " (call(G) -> R = yes ; R = no)";
        try (Answers a = engine.ask(goal)) {
            assertThat(a.next().string("R")).isEqualTo("yes");
            assertThat(engine.ask("retract(fact(1, _))").exists()).isTrue();
            assertThat(a.next().string("R")).isEqualTo("yes");
            assertThat(a.next().string("R")).isEqualTo("no");
            assertThat(a.next().string("R")).isEqualTo("no");
        }
    }

    @Test
    void javaPredicatesShareTheViewOfTheirCaller() {
        Engine engine = counting(1);
        engine.define(
                "grow/0",
                arguments -> {
                    engine.update(u -> {
                        u.remove("fact(1, _)");
                        u.add("fact(2, 2)");
                    });
                    assertThat(engine.ask("fact(X, _)").as(Integer.class)).containsExactly(2);
                    return true;
                });
        assertThat(engine.ask("grow, fact(X, _)").as(Integer.class)).containsExactly(2);
    }

    @Test
    void aLiveSearchSeesTheNewestClauses() {
        Engine engine = counting(1);
        try (Answers a = engine.ask("repeat, findall(X, fact(X, _), L)").live()) {
            assertThat(a.next().list("L", Integer.class)).containsExactly(1);
            engine.add("fact(2, 2)");
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2);
        }
    }

    @Test
    void aReloadDoesNotDisturbASearch(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("p.pl");
        Files.writeString(file, "p(1). p(2). q(X) :- p(X).");
        Engine engine = Engine.create();
        engine.load(file);
        try (Answers a = engine.ask("repeat, findall(X, q(X), L)")) {
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2);
            Files.writeString(file, "p(3). q(X) :- Y = X, p(Y).");
            engine.load(file);
            assertThat(a.next().list("L", Integer.class)).containsExactly(1, 2);
        }
        assertThat(engine.ask("q(X)").as(Integer.class)).containsExactly(3);
    }

    /**
     * Several searches stay open and change facts, each on its own view, while updates come
     * between; each must see what a model of snapshot isolation says.
     */
    @Test
    void openSearchesSeeWhatAModelSays() {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            Engine engine = Engine.create();
            engine.loadText(":- dynamic fact/2.");
            Deque<String> commands = new ArrayDeque<>();
            engine.define("command/1", a -> a.unify(0, commands.remove()));
            Model model = new Model();
            List<Answers> searches = new ArrayList<>();
            for (int step = 0; step < 80; step++) {
                int key = random.nextInt(12);
                int id = step;
                int what = random.nextInt(10);
                int i = searches.isEmpty() ? -1 : random.nextInt(searches.size());
                if (what == 0 && searches.size() < 5) {
                    commands.add("true");
                    Answers a =
                            engine.ask(
                                    "repeat, command(T), term_to_atom(C, T), call(C), findall(I,"
                                            + " fact(_, I), L)");
                    a.next();
                    searches.add(a);
                    model.open();
                } else if (what == 1 && i >= 0) {
                    searches.remove(i).close();
                    model.views.remove(i);
                } else if (what == 2) {
                    engine.update(u -> u.add("fact(?, ?)", key, id));
                    model.add(null, key, id);
                } else if (what == 3) {
                    engine.remove("fact(?, _)", key);
                    model.remove(null, key);
                } else if (i >= 0) {
                    boolean adding = what < 8;
                    commands.add(
                            adding
                                    ? "assertz(fact(%d, %d))".formatted(key, id)
                                    : "retractall(fact(%d, _))".formatted(key));
                    if (adding) {
                        model.add(model.views.get(i), key, id);
                    } else {
                        model.remove(model.views.get(i), key);
                    }
                    assertThat(searches.get(i).next().list("L", Integer.class))
                            .as("seed %d, round %d, step %d", SEED, round, step)
                            .containsExactlyElementsOf(model.views.get(i));
                }
                assertThat(engine.ask("fact(_, I)").as(Integer.class))
                        .as("seed %d, round %d, step %d", SEED, round, step)
                        .containsExactlyElementsOf(model.now);
            }
            searches.forEach(Answers::close);
        }
    }

    /** Facts by number, in order: those that are there now, and those that each search sees. */
    private static final class Model {
        final TreeSet<Integer> now = new TreeSet<>();
        final List<TreeSet<Integer>> views = new ArrayList<>();
        final Map<Integer, Integer> keys = new HashMap<>();

        void open() {
            views.add(new TreeSet<>(now));
        }

        void add(@Nullable TreeSet<Integer> view, int key, int id) {
            keys.put(id, key);
            now.add(id);
            if (view != null) {
                view.add(id);
            }
        }

        /** A view removes what it sees, whether or not others have removed that already. */
        void remove(@Nullable TreeSet<Integer> view, int key) {
            List<Integer> found =
                    (view == null ? now : view)
                            .stream().filter(id -> keys.getOrDefault(id, -1) == key).toList();
            now.removeAll(found);
            if (view != null) {
                view.removeAll(found);
            }
        }
    }
}
