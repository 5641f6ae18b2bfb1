package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Engine;
import dev.clew.rules.Update;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many threads fill and abolish tables while facts change. What each query finds must be what
 * follows from the one version of the facts that it sees, and no version older than when it began.
 */
@Timeout(120)
class SharedTablesTest {
    private static final long SEED = Long.getLong("clew.seed", 20_270);
    private static final int NODES = 7;
    private static final int UPDATES = 150;

    private static final String RULES =
            """
            :- dynamic version/1.
            node(1). node(2). node(3). node(4). node(5). node(6). node(7).
            reach(X, Y) :- GUARD edge(X, Y).
            reach(X, Y) :- GUARD edge(X, Z), reach(Z, Y).
            apart(X, Y) :- GUARD node(X), node(Y), tnot(reach(X, Y)).
            wins(X) :- GUARD edge(X, Y), tnot(wins(Y)).
            state(V, Reach, Apart, Wins) :-
                version(V),
                findall(X-Y, reach(X, Y), Reach),
                findall(Y, apart(1, Y), Apart),
                findall(X-C, (node(X), call_delays(wins(X), D), (D == true -> C = 1 ; C = 0)), Wins),
                version(V).
            one(V, X, Ys) :- version(V), findall(Y, reach(X, Y), Ys).
            """;

    /** What follows from the edges of one version. */
    private record State(Map<Integer, Set<Integer>> reach, Set<Integer> wins, Set<Integer> draws) {
        static State of(boolean[][] edge) {
            Map<Integer, Set<Integer>> reach = new TreeMap<>();
            for (int x = 1; x <= NODES; x++) {
                Set<Integer> seen = new TreeSet<>();
                List<Integer> agenda = new ArrayList<>(List.of(x));
                while (!agenda.isEmpty()) {
                    int z = agenda.removeLast();
                    for (int y = 1; y <= NODES; y++) {
                        if (edge[z][y] && seen.add(y)) {
                            agenda.add(y);
                        }
                    }
                }
                reach.put(x, seen);
            }
            Set<Integer> wins = new HashSet<>();
            Set<Integer> loses = new HashSet<>();
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int x = 1; x <= NODES; x++) {
                    boolean all = true;
                    boolean some = false;
                    for (int y = 1; y <= NODES; y++) {
                        all &= !edge[x][y] || wins.contains(y);
                        some |= edge[x][y] && loses.contains(y);
                    }
                    changed |= all && loses.add(x);
                    changed |= some && wins.add(x);
                }
            }
            Set<Integer> draws = new TreeSet<>();
            for (int x = 1; x <= NODES; x++) {
                if (!wins.contains(x) && !loses.contains(x)) {
                    draws.add(x);
                }
            }
            return new State(reach, new TreeSet<>(wins), draws);
        }
    }

    private final Engine engine = Engine.create();
    private final boolean[][] edges = new boolean[NODES + 1][NODES + 1];
    private final Map<Integer, State> history = new ConcurrentHashMap<>();
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger(2);
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "incremental, shared, rules",
        "opaque, shared, rules",
        "opaque, shared, sets",
        "incremental, private, rules",
        "opaque, private, sets"
    })
    void eachQueryFindsWhatFollowsFromItsVersionOfTheFacts(String facts, String tables, String how)
            throws Exception {
        System.out.println("Shared tables: -Dclew.seed=" + SEED);
        engine.loadText(
                ":- dynamic edge/2 as "
                        + facts
                        + ".\n:- table (reach/2, apart/2, wins/1) as "
                        + tables
                        + ".\n"
                        + RULES.replace("GUARD", how.equals("sets") ? "" : "atom_length(a, 1),"));
        history.put(0, State.of(edges));
        engine.update(u -> u.add("version(0)"));
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            Random random = new Random(SEED + w);
            tasks.add(() -> {
                for (int i = 0; i < UPDATES; i++) {
                    while (asked.get() < published.get() && !failed.get()) {
                        Thread.onSpinWait();
                    }
                    engine.update(u -> change(u, random));
                }
                writing.decrementAndGet();
                return null;
            });
        }
        for (int r = 0; r < 4; r++) {
            Random random = new Random(SEED + 10 + r);
            tasks.add(() -> {
                boolean isRight = false;
                try {
                    do {
                        ask(random);
                    } while (writing.get() > 0);
                    isRight = true;
                } finally {
                    failed.compareAndSet(false, !isRight);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Void>> running = new ArrayList<>();
            for (Callable<Void> task : tasks) {
                running.add(threads.submit(task));
            }
            for (Future<Void> f : running) {
                f.get();
            }
        }
        assertThat(history).hasSize(2 * UPDATES + 1);
        assertThat(asked.get()).isGreaterThan(UPDATES);
    }

    /** Changes some edges; the writers' lock is held here. */
    private void change(Update u, Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            int x = 1 + random.nextInt(NODES);
            int y = 1 + random.nextInt(NODES);
            if (edges[x][y]) {
                assertThat(u.remove("edge(?, ?)", x, y)).isEqualTo(1);
            } else {
                u.add("edge(?, ?)", x, y);
            }
            edges[x][y] = !edges[x][y];
        }
        int version = published.get();
        assertThat(u.remove("version(?)", version)).isEqualTo(1);
        u.add("version(?)", version + 1);
        history.put(version + 1, State.of(edges));
        published.set(version + 1);
    }

    private void ask(Random random) {
        // The newest version may be known here just before queries can see it.
        int oldest = published.get() - 1;
        switch (random.nextInt(8)) {
            case 0 -> assertThat(engine.ask("abolish_all_tables").exists()).isTrue();
            case 1 ->
                    assertThat(engine.ask("abolish_table_subgoals(reach(_, _))").exists()).isTrue();
            case 2 -> assertThat(engine.ask("abolish_shared_tables").exists()).isTrue();
            case 3, 4 -> {
                int x = 1 + random.nextInt(NODES);
                Answer a = engine.ask("one(V, ?, L)", x).first().orElseThrow();
                State s = version(a, oldest);
                assertThat(new TreeSet<>(a.list("L", Integer.class)))
                        .as("seed %s, reach(%s, _)", SEED, x)
                        .isEqualTo(s.reach.get(x));
            }
            default -> {
                Answer a = engine.ask("state(V, Reach, Apart, Wins)").first().orElseThrow();
                check(a, version(a, oldest));
            }
        }
        asked.incrementAndGet();
    }

    private State version(Answer a, int oldest) {
        int version = a.as("V", Integer.class);
        assertThat(version).isBetween(oldest, published.get());
        return java.util.Objects.requireNonNull(history.get(version));
    }

    private static void check(Answer a, State s) {
        Set<String> reach = new TreeSet<>();
        s.reach.forEach((x, ys) -> ys.forEach(y -> reach.add(x + "-" + y)));
        Set<String> apart = new TreeSet<>();
        for (int y = 1; y <= NODES; y++) {
            if (!s.reach.getOrDefault(1, Set.of()).contains(y)) {
                apart.add("" + y);
            }
        }
        Set<String> wins = new TreeSet<>();
        s.wins.forEach(x -> wins.add(x + "-1"));
        s.draws.forEach(x -> wins.add(x + "-0"));
        assertThat(items(a, "Reach")).as("seed %s", SEED).isEqualTo(reach);
        assertThat(items(a, "Apart")).as("seed %s", SEED).isEqualTo(apart);
        assertThat(items(a, "Wins")).as("seed %s", SEED).isEqualTo(wins);
    }

    private static Set<String> items(Answer a, String name) {
        String list = a.get(name).toString();
        String inner = list.substring(1, list.length() - 1).replace(" ", "");
        return inner.isEmpty() ? Set.of() : new TreeSet<>(List.of(inner.split(",")));
    }
}
