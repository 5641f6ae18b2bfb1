package dev.clew.plans.tools.running;

import dev.clew.plans.tools.Call;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What became of a call. */
public sealed interface Made {
    /** The call. */
    Call call();

    /**
     * It has a result.
     *
     * @param arguments its arguments
     * @param value what it returned
     * @param attempts how often it was tried; 0 if the result was remembered
     */
    record Done(
            Call call,
            Map<String, @Nullable Object> arguments,
            @Nullable Object value,
            int attempts)
            implements Made {}

    /**
     * It has none.
     *
     * @param why why not, in a sentence
     * @param attempts how often it was tried; 0 if it was not made at all
     */
    record Failed(Call call, Map<String, @Nullable Object> arguments, String why, int attempts)
            implements Made {}

    /**
     * It was not made, because calls that it needs have no result.
     *
     * @param without those calls
     */
    record Skipped(Call call, List<Integer> without) implements Made {}
}
