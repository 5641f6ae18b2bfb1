package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many threads on one engine. What a reader sees is checked against the history of the writers. */
@Timeout(120)
class ConcurrencyTest {
    private static final long SEED = Long.getLong("clew.seed", 20_265);

    record Cell(String key, int value) {}

    /** Runs all tasks at once, each in a thread of its own; rethrows what any of them throws. */
    private static void together(boolean virtual, List<Callable<Void>> tasks) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads =
                virtual
                        ? Executors.newVirtualThreadPerTaskExecutor()
                        : Executors.newCachedThreadPool();
        try (threads) {
            List<Future<Void>> running = new ArrayList<>();
            for (Callable<Void> task : tasks) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return task.call();
                        }));
            }
            start.countDown();
            for (Future<Void> r : running) {
                r.get();
            }
        }
    }

    @Test
    void aHundredVirtualThreadsAskAtOnce() throws Exception {
        Engine engine = Engine.create();
        engine.loadText(
                """
                edge(X, Y) :- between(1, 30, X), Y is X + 1.
                path(X, X).
                path(X, Z) :- edge(X, Y), path(Y, Z).
                """);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            int from = 1 + i % 30;
            tasks.add(() -> {
                List<Integer> reached = engine.ask("path(?, X)", from).as(Integer.class).toList();
                assertThat(reached).isEqualTo(IntStream.rangeClosed(from, 31).boxed().toList());
                return null;
            });
        }
        together(true, tasks);
    }

    @Test
    void manyThreadsLoadALibraryAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Engine engine = Engine.create();
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                tasks.add(() -> {
                    assertThat(engine.ask("sum_list([1, 2], X)").as(Integer.class))
                            .containsExactly(3);
                    assertThat(
                                    engine.ask("setof(X, member(X, [b, a, b]), L)")
                                            .first()
                                            .orElseThrow()
                                            .list("L", String.class))
                            .containsExactly("a", "b");
                    assertThat(
                                    engine.ask("foldl([X, Y, Z]>>(Z is X + Y), [1, 2], 0, S)")
                                            .first()
                                            .orElseThrow()
                                            .integer("S"))
                            .isEqualTo(3);
                    return null;
                });
            }
            together(true, tasks);
        }
    }

    /** Goals in an update may load libraries, which other threads load as well. */
    @Test
    void updatesMayAsk() throws Exception {
        for (int round = 0; round < 10; round++) {
            Engine engine = Engine.create();
            engine.add("balance(100)");
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                tasks.add(() -> {
                    engine.update(u -> {
                        int old =
                                engine.ask("findall(B, balance(B), L), sum_list(L, S)")
                                        .first()
                                        .orElseThrow()
                                        .as("S", Integer.class);
                        assertThat(u.remove("balance(_)")).isEqualTo(1);
                        u.add("balance(?)", old + 1);
                    });
                    assertThat(engine.ask("last([1, 2], X)").as(Integer.class)).containsExactly(2);
                    return null;
                });
            }
            together(true, tasks);
            assertThat(engine.ask("balance(X)").as(Integer.class)).containsExactly(110);
        }
    }

    /** Each update makes a new version of a table; each reader must see exactly one version. */
    @Test
    void readersSeeOneVersionOfATableThatUpdatesReplace() throws Exception {
        Engine engine = Engine.create();
        Map<Integer, Map<String, Integer>> history = new ConcurrentHashMap<>();
        Map<String, Integer> now = new HashMap<>();
        engine.update(u -> {
            for (int i = 0; i < 20; i++) {
                now.put("k" + i, 100);
            }
            now.put("version", 0);
            now.forEach((k, v) -> u.add("cell(?, ?)", k, v));
            history.put(0, Map.copyOf(now));
        });
        AtomicInteger writing = new AtomicInteger(3);
        AtomicInteger observed = new AtomicInteger();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            Random random = new Random(SEED + w);
            tasks.add(() -> {
                for (int i = 0; i < 400; i++) {
                    engine.update(u -> change(u, now, history, random));
                }
                writing.decrementAndGet();
                return null;
            });
        }
        for (int r = 0; r < 4; r++) {
            tasks.add(() -> {
                int last = -1;
                do {
                    Map<String, Integer> seen = new HashMap<>();
                    engine.ask("cell(Key, Value)")
                            .as(Cell.class)
                            .forEach(c -> seen.put(c.key(), c.value()));
                    assertThat(seen).as("seed %d", SEED).containsKey("version");
                    int version = seen.getOrDefault("version", -1);
                    assertThat(seen).as("seed %d", SEED).isEqualTo(history.get(version));
                    assertThat(version).as("seed %d", SEED).isGreaterThanOrEqualTo(last);
                    last = version;
                    observed.incrementAndGet();
                } while (writing.get() > 0);
                return null;
            });
        }
        together(false, tasks);
        assertThat(history).hasSize(1201);
        assertThat(observed.get()).isGreaterThan(10);
    }

    /**
     * Moves money between some accounts, drops one, adds one; notes the version before it can be
     * seen.
     */
    private static void change(
            Update u,
            Map<String, Integer> now,
            Map<Integer, Map<String, Integer>> history,
            Random random) {
        for (int i = 0; i < 3; i++) {
            List<String> keys = new ArrayList<>(now.keySet());
            keys.remove("version");
            set(u, now, keys.get(random.nextInt(keys.size())), random.nextInt(1000));
        }
        if (random.nextBoolean()) {
            String key = "k" + random.nextInt(40);
            if (now.remove(key) != null) {
                assertThat(u.remove("cell(?, _)", key)).isEqualTo(1);
            } else {
                set(u, now, key, 7);
            }
        }
        int version = now.getOrDefault("version", 0) + 1;
        set(u, now, "version", version);
        history.put(version, Map.copyOf(now));
    }

    private static void set(Update u, Map<String, Integer> now, String key, int value) {
        u.remove("cell(?, _)", key);
        u.add("cell(?, ?)", key, value);
        now.put(key, value);
    }

    /**
     * Writers append numbered items with assertz/1 and take the oldest away with retract/1, one by
     * one. Whenever a reader looks, the items of each writer are a gapless stretch that never moves
     * back.
     */
    @Test
    void readersSeeStatesBetweenSingleChanges() throws Exception {
        Engine engine = Engine.create();
        engine.loadText(":- dynamic item/2.");
        int writers = 3;
        AtomicInteger writing = new AtomicInteger(writers);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String writer = "w" + w;
            Random random = new Random(SEED + w);
            tasks.add(() -> {
                int oldest = 1;
                for (int n = 1; n <= 1500; n++) {
                    assertThat(engine.ask("assertz(item(?, ?))", writer, n).exists()).isTrue();
                    if (n - oldest > 20 + random.nextInt(20)) {
                        assertThat(engine.ask("retract(item(?, ?))", writer, oldest++).exists())
                                .isTrue();
                    }
                }
                writing.decrementAndGet();
                return null;
            });
        }
        for (int r = 0; r < 3; r++) {
            tasks.add(() -> {
                Map<String, Integer> firstBefore = new HashMap<>();
                Map<String, Integer> lastBefore = new HashMap<>();
                do {
                    Map<String, List<Integer>> seen = new HashMap<>();
                    engine.ask("item(Key, Value)")
                            .as(Cell.class)
                            .forEach(c ->
                                    seen.computeIfAbsent(c.key(), k -> new ArrayList<>())
                                            .add(c.value()));
                    seen.forEach((key, items) -> {
                        int first = items.get(0);
                        int last = first + items.size() - 1;
                        assertThat(items)
                                .as("seed %d", SEED)
                                .isEqualTo(IntStream.rangeClosed(first, last).boxed().toList());
                        assertThat(first)
                                .as("seed %d", SEED)
                                .isGreaterThanOrEqualTo(firstBefore.getOrDefault(key, 0));
                        assertThat(last)
                                .as("seed %d", SEED)
                                .isGreaterThanOrEqualTo(lastBefore.getOrDefault(key, 0));
                        firstBefore.put(key, first);
                        lastBefore.put(key, last);
                    });
                } while (writing.get() > 0);
                return null;
            });
        }
        together(false, tasks);
    }

    /** Lookups by key use hash indexes, which change while they are read. */
    @Test
    void keyedLookupsFindEveryClauseThatStays() throws Exception {
        Engine engine = Engine.create();
        engine.update(u -> {
            for (int i = 0; i < 500; i++) {
                u.add("fact(?, ?)", "fixed" + i, i);
            }
        });
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Callable<Void>> tasks = new ArrayList<>();
        tasks.add(() -> {
            Random random = new Random(SEED);
            for (int i = 0; i < 4000; i++) {
                String key = "moving" + random.nextInt(200);
                if (random.nextBoolean()) {
                    engine.ask(
                                    random.nextBoolean()
                                            ? "asserta(fact(?, 0))"
                                            : "assertz(fact(?, 0))",
                                    key)
                            .exists();
                } else {
                    engine.remove("fact(?, _)", key);
                }
            }
            writing.set(false);
            return null;
        });
        for (int r = 0; r < 3; r++) {
            Random random = new Random(SEED + 1 + r);
            tasks.add(() -> {
                do {
                    int i = random.nextInt(500);
                    assertThat(engine.ask("fact(?, X)", "fixed" + i).as(Integer.class))
                            .as("seed %d", SEED)
                            .containsExactly(i);
                    assertThat(engine.ask("fact(K, ?)", 1 + i % 499).as(String.class))
                            .as("seed %d", SEED)
                            .containsExactly("fixed" + (1 + i % 499));
                } while (writing.get());
                return null;
            });
        }
        together(false, tasks);
    }

    /** A live search sees the newest clauses, but never half of an update. */
    @Test
    void eachCallOfALiveSearchSeesOneVersion() throws Exception {
        Engine engine = Engine.create();
        engine.add("cell(x, 0)");
        AtomicInteger reading = new AtomicInteger(2);
        List<Callable<Void>> tasks = new ArrayList<>();
        tasks.add(() -> {
            for (int n = 1; reading.get() > 0; n++) {
                int version = n;
                engine.update(u -> {
                    u.remove("cell(x, _)");
                    u.add("cell(x, ?)", version);
                });
            }
            return null;
        });
        for (int r = 0; r < 2; r++) {
            tasks.add(() -> {
                try (Answers a = engine.ask("repeat, findall(N, cell(x, N), L)").live()) {
                    int before = 0;
                    for (int i = 0; i < 20_000; i++) {
                        List<Integer> seen = a.next().list("L", Integer.class);
                        assertThat(seen).hasSize(1);
                        assertThat(seen.getFirst()).isGreaterThanOrEqualTo(before);
                        before = seen.getFirst();
                    }
                } finally {
                    reading.decrementAndGet();
                }
                return null;
            });
        }
        together(false, tasks);
    }

    @Test
    void anUpdateDoesNotWaitForReaders() throws Exception {
        Engine engine = Engine.create();
        engine.loadText(":- dynamic p/1. p(1). p(2).");
        try (Answers slow = engine.ask("p(X)")) {
            assertThat(slow.next().integer("X")).isEqualTo(1);
            Thread writer = Thread.startVirtualThread(() -> engine.remove("p(_)"));
            assertThat(writer.join(Duration.ofSeconds(20))).isTrue();
            assertThat(slow.next().integer("X")).isEqualTo(2);
        }
        assertThat(engine.ask("p(_)").exists()).isFalse();
    }
}
