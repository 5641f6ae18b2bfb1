package dev.clew.goals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Expanders made of others. */
public final class Expanders {
    private Expanders() {}

    /** All steps of several expanders, in their order; a goal that one of them fails on fails. */
    @SafeVarargs
    public static <G> Expander<G> union(Expander<G>... expanders) {
        List<Expander<G>> all = List.of(expanders);
        return goal -> {
            List<Step<G>> steps = new ArrayList<>();
            for (Expander<G> expander : all) {
                steps.addAll(expander.expand(goal));
            }
            return steps;
        };
    }

    /**
     * Expands the goals of a batch side by side, each on a virtual thread of its own. For expanders
     * that wait: for a service, a database, a model. What one goal throws is the failure of that
     * goal only.
     *
     * @param maxAtOnce how many goals may be expanded at the same time
     */
    public static <G> Expander<G> concurrent(Expander<G> expander, int maxAtOnce) {
        if (maxAtOnce < 1) {
            throw new IllegalArgumentException(
                    "The number of goals at once (" + maxAtOnce + ") must be positive.");
        }
        return new Concurrent<>(expander, maxAtOnce);
    }

    /**
     * Remembers what the expander said of each goal, failures excepted, across searches. Threads
     * may share it.
     */
    public static <G> Expander<G> cached(Expander<G> expander) {
        return new Cached<>(expander, new ConcurrentHashMap<>());
    }

    private record Concurrent<G>(Expander<G> expander, int maxAtOnce) implements Expander<G> {
        @Override
        public List<Step<G>> expand(G goal) {
            return expander.expand(goal);
        }

        @Override
        public List<Expansion<G>> expandAll(List<G> goals) {
            if (goals.size() == 1) {
                return expander.expandAll(goals);
            }
            Semaphore free = new Semaphore(maxAtOnce);
            List<Future<Expansion<G>>> futures = new ArrayList<>(goals.size());
            List<Expansion<G>> expansions = new ArrayList<>(goals.size());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (G goal : goals) {
                    futures.add(threads.submit(() -> one(goal, free)));
                }
                try {
                    for (Future<Expansion<G>> future : futures) {
                        expansions.add(result(future));
                    }
                } catch (InterruptedException e) {
                    threads.shutdownNow();
                    Thread.currentThread().interrupt();
                    while (expansions.size() < goals.size()) {
                        expansions.add(interrupted());
                    }
                }
            }
            return expansions;
        }

        private Expansion<G> one(G goal, Semaphore free) throws InterruptedException {
            free.acquire();
            try {
                return expander.expandAll(List.of(goal)).getFirst();
            } finally {
                free.release();
            }
        }

        private static <G> Expansion<G> result(Future<Expansion<G>> future)
                throws InterruptedException {
            try {
                return future.get();
            } catch (ExecutionException e) {
                RuntimeException failure =
                        e.getCause() instanceof RuntimeException r
                                ? r
                                : new IllegalStateException(e.getCause());
                return new Expansion<>(List.of(), failure, Expansion.Spent.NOTHING);
            }
        }

        private static <G> Expansion<G> interrupted() {
            return new Expansion<>(
                    List.of(),
                    new IllegalStateException("The search was interrupted."),
                    Expansion.Spent.NOTHING);
        }
    }

    private record Cached<G>(Expander<G> expander, Map<G, List<Step<G>>> known)
            implements Expander<G> {
        @Override
        public List<Step<G>> expand(G goal) {
            Expansion<G> expansion = expandAll(List.of(goal)).getFirst();
            if (expansion.failure() != null) {
                throw expansion.failure();
            }
            return expansion.steps();
        }

        @Override
        public List<Expansion<G>> expandAll(List<G> goals) {
            List<G> unknown = new ArrayList<>(new LinkedHashSet<>(goals));
            unknown.removeIf(known::containsKey);
            Map<G, Expansion<G>> fresh = new java.util.HashMap<>();
            if (!unknown.isEmpty()) {
                List<Expansion<G>> found = expander.expandAll(unknown);
                for (int i = 0; i < found.size(); i++) {
                    Expansion<G> expansion = found.get(i);
                    fresh.put(unknown.get(i), expansion);
                    if (expansion.failure() == null) {
                        known.put(unknown.get(i), expansion.steps());
                    }
                }
            }
            List<Expansion<G>> all = new ArrayList<>(goals.size());
            for (G goal : goals) {
                Expansion<G> expansion = fresh.remove(goal);
                all.add(
                        expansion != null
                                ? expansion
                                : new Expansion<>(Objects.requireNonNull(known.get(goal))));
            }
            return all;
        }
    }
}
