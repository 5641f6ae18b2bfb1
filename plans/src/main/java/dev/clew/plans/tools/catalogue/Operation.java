package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Does what a tool does. */
@FunctionalInterface
public interface Operation {
    /**
     * Calls it once.
     *
     * @param arguments the arguments by the names of the parameters: maps, lists, strings, {@link
     *     java.math.BigDecimal}s, truth values
     * @return the result, made of the same
     * @throws ToolFailure if there is none
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    @Nullable Object call(Map<String, @Nullable Object> arguments)
            throws ToolFailure, InterruptedException;
}
