package dev.clew.rules.terms;

/**
 * A number: {@link Int} and {@link BigInt} are the integers (disjoint ranges), {@link Flt} the
 * floats.
 */
public abstract sealed class Numeric extends Atomic permits Int, BigInt, Flt {
    Numeric() {}
}
