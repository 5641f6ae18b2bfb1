package dev.clew.plans.tools.running;

import dev.clew.plans.tools.CallPlan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What became of a plan.
 *
 * @param plan the plan
 * @param calls what became of its calls, in its order
 * @param isDone whether what is wanted is there
 * @param value what is wanted
 */
public record Report(CallPlan plan, List<Made> calls, boolean isDone, @Nullable Object value) {
    public Report {
        calls = List.copyOf(calls);
    }

    /** The calls that failed. */
    public List<Made.Failed> failures() {
        return calls.stream()
                .<Made.Failed>mapMulti((made, sink) -> {
                    if (made instanceof Made.Failed failed) {
                        sink.accept(failed);
                    }
                })
                .toList();
    }
}
