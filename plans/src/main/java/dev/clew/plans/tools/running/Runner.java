package dev.clew.plans.tools.running;

import dev.clew.plans.tools.Argument;
import dev.clew.plans.tools.Call;
import dev.clew.plans.tools.CallPlan;
import dev.clew.plans.tools.Given;
import dev.clew.plans.tools.Paths;
import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.ToolFailure;
import dev.clew.plans.tools.catalogue.Types;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Carries out plans: {@code new Runner(types).run(plan)}. Each call has a virtual thread of its
 * own, which waits for the calls that it needs; so what is independent runs at once, and the
 * failure of one call takes nothing from those that do not need it.
 *
 * <p>A call that fails is tried again if another try may succeed and it changes nothing, or nothing
 * more than once.
 */
public final class Runner {
    private final Types types;
    private final int attempts;
    private final Duration pause;
    private final int atOnce;
    private final Journal journal;
    private final boolean callsNothing;

    private Runner(
            Types types,
            int attempts,
            Duration pause,
            int atOnce,
            Journal journal,
            boolean callsNothing) {
        this.types = types;
        this.attempts = attempts;
        this.pause = pause;
        this.atOnce = atOnce;
        this.journal = journal;
        this.callsNothing = callsNothing;
    }

    /**
     * Three attempts, 200 ms and then twice as long apart; 16 calls at once; nothing remembered.
     */
    public Runner(Types types) {
        this(types, 3, Duration.ofMillis(200), 16, new Journal(), false);
    }

    /** Makes so many attempts, the first pause between them being so long. */
    public Runner withAttempts(int count, Duration firstPause) {
        requirePositive("attempts", count);
        return new Runner(types, count, firstPause, atOnce, journal, callsNothing);
    }

    /** Makes at most so many calls at once. */
    public Runner withAtOnce(int count) {
        requirePositive("calls at once", count);
        return new Runner(types, attempts, pause, count, journal, callsNothing);
    }

    private static void requirePositive(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "The number of " + what + " (" + count + ") must be positive.");
        }
    }

    /** Writes calls into a journal, and does not make those again that it has the results of. */
    public Runner with(Journal other) {
        return new Runner(types, attempts, pause, atOnce, other, callsNothing);
    }

    /** Takes all results from a journal, and calls nothing. */
    public Runner replaying(Journal other) {
        return new Runner(types, attempts, pause, atOnce, other, true);
    }

    /** Carries a plan out. If the thread is interrupted, what is not finished has failed. */
    public Report run(CallPlan plan) {
        Semaphore free = new Semaphore(atOnce);
        Map<Integer, Future<Made>> futures = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Call call : plan.calls()) {
                // A call needs only calls before it.
                Map<Integer, Future<Made>> before = new LinkedHashMap<>(futures);
                futures.put(call.id(), threads.submit(() -> made(plan, call, before, free)));
            }
            List<Made> made = new ArrayList<>();
            for (Call call : plan.calls()) {
                made.add(awaited(call, Objects.requireNonNull(futures.get(call.id())), threads));
            }
            return report(plan, made);
        }
    }

    private static Made awaited(Call call, Future<Made> future, ExecutorService threads) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            return new Made.Failed(call, Map.of(), "The run was interrupted.", 0);
        } catch (ExecutionException e) {
            String why =
                    e.getCause() instanceof InterruptedException
                            ? "The run was interrupted."
                            : "The tool has a fault: " + e.getCause() + ".";
            return new Made.Failed(call, Map.of(), why, 1);
        }
    }

    private static Report report(CallPlan plan, List<Made> made) {
        Map<Integer, Made.Done> done = new LinkedHashMap<>();
        for (Made m : made) {
            if (m instanceof Made.Done d) {
                done.put(d.call().id(), d);
            }
        }
        Object value = value(plan.result(), plan, done);
        // A tool may well return nothing; a field that is not there is another matter.
        boolean isWhole =
                plan.result() instanceof Argument.OfCall of
                        && of.path().isEmpty()
                        && done.containsKey(of.call());
        return new Report(plan, made, value != null || isWhole, value);
    }

    private Made made(CallPlan plan, Call call, Map<Integer, Future<Made>> before, Semaphore free)
            throws InterruptedException, ExecutionException {
        Map<Integer, Made.Done> done = new LinkedHashMap<>();
        List<Integer> without = new ArrayList<>();
        for (int id : call.needs()) {
            if (Objects.requireNonNull(before.get(id)).get() instanceof Made.Done d) {
                done.put(id, d);
            } else {
                without.add(id);
            }
        }
        if (!without.isEmpty()) {
            return new Made.Skipped(call, without);
        }
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (var e : call.arguments().entrySet()) {
            Object value = value(e.getValue(), plan, done);
            Parameter p = call.tool().parameter(e.getKey());
            if (value != null) {
                arguments.put(e.getKey(), value);
            } else if (p == null || p.isRequired()) {
                String why = "Its `" + e.getKey() + "` is missing: there is no " + e.getValue();
                return new Made.Failed(call, arguments, why + ".", 0);
            }
        }
        free.acquire();
        try {
            return made(call, arguments);
        } finally {
            free.release();
        }
    }

    private static @Nullable Object value(
            Argument argument, CallPlan plan, Map<Integer, Made.Done> done) {
        return switch (argument) {
            case Argument.Constant constant -> constant.value();
            case Argument.OfCall of -> {
                Made.Done made = done.get(of.call());
                yield made == null ? null : Paths.at(made.value(), of.path());
            }
            case Argument.OfGiven of -> {
                for (Given given : plan.givens()) {
                    if (given.name().equals(of.name())) {
                        yield Paths.at(given.value(), of.path());
                    }
                }
                yield null;
            }
            case Argument.Built built -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                built.fields()
                        .forEach((name, part) -> {
                            Object value = value(part, plan, done);
                            if (value != null) {
                                fields.put(name, value);
                            }
                        });
                yield fields;
            }
        };
    }

    private Made made(Call call, Map<String, @Nullable Object> arguments)
            throws InterruptedException {
        String tool = call.tool().name();
        Journal.Entry known = journal.find(tool, arguments);
        if (known != null && known.state() == Journal.State.DONE) {
            return new Made.Done(call, arguments, known.value(), 0);
        } else if (callsNothing) {
            String why =
                    known == null || known.state() == Journal.State.BEGUN
                            ? "The journal has no result of this call."
                            : known.why();
            return new Made.Failed(call, arguments, why, 0);
        }
        Operation operation = call.tool().operation();
        if (operation == null) {
            return new Made.Failed(call, arguments, "Nothing says how to run `" + tool + "`.", 0);
        }
        boolean isOnce = call.tool().effects() == Effects.ONCE;
        if (isOnce && !journal.begin(tool, arguments)) {
            return new Made.Failed(
                    call,
                    arguments,
                    "It was made before, and whether it had an effect is not known; it is not made"
                            + " again.",
                    0);
        }
        return tried(call, arguments, operation, isOnce ? 1 : attempts);
    }

    private Made tried(
            Call call,
            Map<String, @Nullable Object> arguments,
            Operation operation,
            int maxAttempts)
            throws InterruptedException {
        String tool = call.tool().name();
        Duration wait = pause;
        for (int attempt = 1; ; attempt++) {
            try {
                Object value = operation.call(arguments);
                String fault = types.fault(value, call.tool().returns());
                if (fault == null) {
                    journal.done(tool, arguments, value, attempt);
                    return new Made.Done(call, arguments, value, attempt);
                }
                String why = "What it returned is not right: " + fault + ".";
                journal.failed(tool, arguments, why, false, attempt);
                return new Made.Failed(call, arguments, why, attempt);
            } catch (ToolFailure e) {
                if (!e.mayPass() || attempt == maxAttempts) {
                    String why = String.valueOf(e.getMessage());
                    journal.failed(tool, arguments, why, !e.mayPass(), attempt);
                    return new Made.Failed(call, arguments, why, attempt);
                }
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2);
        }
    }
}
