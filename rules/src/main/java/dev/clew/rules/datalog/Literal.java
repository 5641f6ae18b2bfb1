package dev.clew.rules.datalog;

/**
 * A goal in the body of a rule. Arguments are <em>registers</em>: the variables of the rule come
 * first, its constants after them.
 */
public sealed interface Literal {
    /** A call of a predicate, or the claim that it has no answer. */
    record Call(int predicate, int[] arguments, boolean negated) implements Literal {}

    /** A comparison of two integers. */
    record Comparison(Relator relator, Expression left, Expression right) implements Literal {}

    /** {@code Target is Value}. */
    record Is(int target, Expression value) implements Literal {}

    /**
     * Two arguments are made equal ({@code =}), or compared ({@code ==}, {@code \==}, {@code \=}).
     */
    record Same(Equality kind, int left, int right) implements Literal {}

    /** How two integers compare. */
    enum Relator {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL,
        NOT_EQUAL
    }

    /** How two constants compare. */
    enum Equality {
        UNIFY,
        EQUAL,
        DIFFERENT
    }
}
