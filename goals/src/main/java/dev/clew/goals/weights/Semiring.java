package dev.clew.goals.weights;

/**
 * Weights that can be added and multiplied. Both operations are associative and commutative, {@code
 * zero} and {@code one} are their neutral elements, {@code times} distributes over {@code plus},
 * and {@code zero} annihilates.
 *
 * @param <W> the weights
 */
public interface Semiring<W> {
    /** The weight of what has no proof. */
    W zero();

    /** The weight of what needs none. */
    W one();

    /** The weight of two ways to the same goal. */
    W plus(W a, W b);

    /** The weight of two things that are both needed. */
    W times(W a, W b);

    /** Whether adding a weight to itself changes nothing. */
    default boolean isIdempotent() {
        return false;
    }

    /**
     * Whether {@code plus} takes the better of two weights, and {@code times} never makes a weight
     * better: then each goal is settled once, the best first (Knuth 1977), also on cycles.
     */
    default boolean isSuperior() {
        return false;
    }

    /** Whether {@code a} is better than {@code b}; asked only if {@link #isSuperior}. */
    default boolean isBetter(W a, W b) {
        throw new UnsupportedOperationException("This semiring has no order.");
    }

    /** Whether two weights are so near to each other that a repeated computation may end. */
    default boolean isNear(W a, W b) {
        return a.equals(b);
    }

    /**
     * The weight of a goal that rests on itself and whose weight has not settled after as many
     * rounds as there are goals.
     *
     * @param before its weight one round before
     * @param now its weight now
     * @return its least fixed point if it is known, else {@code now}, to go on
     */
    default W diverged(W before, W now) {
        return now;
    }
}
