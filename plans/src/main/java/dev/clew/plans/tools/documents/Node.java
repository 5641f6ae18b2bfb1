package dev.clew.plans.tools.documents;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A node of a document, with the offset at which it starts. */
public sealed interface Node {
    /** Where it starts in the text. */
    int at();

    /** Keys and what stands behind them, in their order. */
    record Mapping(int at, Map<String, Entry> entries) implements Node {}

    /** A list. */
    record Sequence(int at, List<Node> items) implements Node {}

    /**
     * A single value.
     *
     * @param value a string, a {@link java.math.BigDecimal}, a truth value or null
     */
    record Scalar(int at, @Nullable Object value) implements Node {}

    /**
     * What stands behind a key.
     *
     * @param at where the key starts
     * @param value the value
     */
    record Entry(int at, Node value) {}
}
